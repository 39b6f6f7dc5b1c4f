//! The command line's help in Chinese. In English it stands beside the arguments themselves.

use clap::Command;

/// What each command does.
const COMMANDS: &[(&str, &str)] = &[
    ("check", "核对年报"),
    ("read", "查看读取结果：读取程序从文件中得到的内容，JSON 格式"),
    ("rules", "列出全部规则，或查看一条规则的说明"),
    ("form", "查看统一格式的单元格和勾稽关系"),
    ("completions", "输出命令行补全脚本"),
    ("man", "输出手册页"),
];

/// What each argument means, by its command (empty for those of every command) and its name.
const ARGUMENTS: &[(&str, &str, &str)] = &[
    ("", "language", "提示和帮助的语言：zh 中文，en 英文"),
    ("", "help", "显示帮助"),
    ("", "version", "显示版本"),
    ("check", "inputs", "年报文件、文件夹、zip 压缩包；- 表示标准输入（不写也是）"),
    (
        "check",
        "format",
        "输出格式：text 供人阅读（默认）；json 一个数组；jsonl 每份年报一行，核对完一份写一份；sarif 供代码平台和编辑器显示",
    ),
    ("check", "previous", "上一年度的年报，用于核对结转等跨年数字"),
    ("check", "settings", "规则设置文件：关闭某条规则或改变其级别，如 {\"rules\": {\"W-NOSTOP\": \"off\"}}"),
    ("check", "severity", "至少显示到哪一级：error 错误，warning 提醒，hint 建议（默认）；退出码只看错误"),
    ("check", "files_from", "文件清单，每行一个，排在直接写出的文件之后核对；- 表示从标准输入读清单"),
    ("check", "null", "清单中的文件名以 NUL 字符结尾（find -print0 的输出）"),
    ("check", "jobs", "同时核对几份（默认与处理器核数相同）；结果的顺序和内容与此无关"),
    (
        "check",
        "resume",
        "把结果续写到这个 JSON Lines 文件，其中已有的不再核对：中断后原样再执行一次同一命令即可接着做完",
    ),
    ("read", "file", "文件；- 表示标准输入"),
    ("rules", "id", "规则编号，如 T3-ROW"),
    ("form", "year", "年报的年度，2019 年起"),
    ("completions", "shell", "命令行程序：bash、zsh、fish、powershell、elvish"),
    ("man", "part", "只要某个子命令的手册页，如 check"),
];

const ABOUT: &str = "年报核：核对政府信息公开工作年度报告";

const CHECK_AT_LENGTH: &str = "核对年报\n\n退出码：0 没有错误；1 至少一处错误；2 至少一份无法读取；64 用法有误。";

const TEMPLATE: &str = "{about-with-newline}\n用法：{usage}\n\n{all-args}{after-help}";

/// The command with its help in Chinese.
pub fn help(command: Command) -> Command {
    let mut command = described(command, "").about(ABOUT).subcommand_help_heading("命令").help_template(TEMPLATE);
    for (name, about) in COMMANDS {
        command = command.mut_subcommand(name, |part| {
            described(part, name).about(*about).long_about(*about).help_template(TEMPLATE)
        });
    }
    command.mut_subcommand("check", |check| check.long_about(CHECK_AT_LENGTH))
}

fn described(command: Command, name: &str) -> Command {
    let words =
        |id: &str| ARGUMENTS.iter().find(|(part, argument, _)| (*part == name || part.is_empty()) && *argument == id);
    command.mut_args(|argument| match words(argument.get_id().as_str()) {
        Some((_, _, help)) => {
            let heading = if argument.is_positional() { "参数" } else { "选项" };
            argument
                .help(*help)
                .long_help(*help)
                .help_heading(heading)
                .hide_default_value(true)
                .hide_possible_values(true)
        }
        None => argument,
    })
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use clap::CommandFactory;

    use super::*;
    use crate::arguments::Arguments;

    #[test]
    fn every_command_and_argument_has_help_in_both_languages_and_nothing_else_has() {
        let built = || {
            let mut command = Arguments::command();
            command.build();
            command
        };
        let english = built();
        let mut arguments = BTreeSet::new();
        for (part, command) in english.get_subcommands().map(|part| (part.get_name(), part)).chain([("", &english)]) {
            assert!(command.get_about().is_some(), "{part}");
            for argument in command.get_arguments() {
                let id = argument.get_id().as_str();
                assert!(argument.get_help().is_some(), "{part} {id}");
                let everywhere = ["help", "language", "version"].contains(&id);
                arguments.insert((if everywhere { "" } else { part }.to_owned(), id.to_owned()));
            }
        }
        let owned = |(part, id, _): &(&str, &str, &str)| ((*part).to_owned(), (*id).to_owned());
        assert_eq!(ARGUMENTS.iter().map(owned).collect::<BTreeSet<_>>(), arguments);
        let commands: Vec<&str> = english.get_subcommands().map(Command::get_name).collect();
        assert_eq!(COMMANDS.iter().map(|(name, _)| *name).collect::<Vec<_>>(), commands);
    }
}
