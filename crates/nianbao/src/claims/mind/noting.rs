//! What words say about topic, verb, time and lists, kept in mind for the numbers that follow.

use super::{Reader, Topic};
use crate::claims::lexicon::Word;
use crate::claims::token::{Kind, Token};

impl<'a> Reader<'a> {
    /// Takes note of what words say about topic, verb, time and lists.
    pub(in crate::claims) fn note(&mut self, tokens: &[Token], numbered: bool) {
        let in_list = self.mind.list.is_some();
        for (i, token) in tokens.iter().enumerate() {
            match token.kind {
                Kind::Year(_) if self.is_compared(token) => self.mind.growth = Some(1),
                // 办理因2023年的申请引发的复议1件: dealt with this year, whatever year the cause is of.
                Kind::Year(_) if self.sentence_before(token.at.start).ends_with("理因") => {}
                Kind::Year(year) if self.mind.growth.is_none() => {
                    self.mind.other_time = Some(year) != self.year && self.year.is_some();
                }
                Kind::Word(word) => self.note_word(word, token, &tokens[..i], in_list, numbered),
                _ => {}
            }
        }
    }

    pub(in crate::claims) fn note_word(
        &mut self,
        word: Word,
        token: &Token,
        before: &[Token],
        in_list: bool,
        numbered: bool,
    ) {
        let topic = self.mind.topic;
        match word {
            Word::Application => self.turn_to(Topic::Applications),
            Word::BareApplication => {
                // What section 五 calls applications are those of the year.
                let mentioned = topic == Topic::Foreign && !self.mind.counted_foreign;
                let looks_back = self.section == 5 && (topic == Topic::Nothing || mentioned);
                // 全年申请全部办结.
                let whole_year = before.last().is_some_and(|t| t.word() == Some(Word::ThisYear));
                let own = topic == Topic::Applications || self.mind.about_information || looks_back || whole_year;
                // 上述关联申请已全部办结: without a number the topic stays.
                let named = self.is_named_otherwise(before, token) && (numbered || topic != Topic::Applications);
                self.turn_to(if own && !named { Topic::Applications } else { Topic::Foreign });
            }
            // 依申请公开方面, 依申请公开工作: no noun for a number, but the topic.
            Word::Filler
                if self.text_of(token).starts_with("依申请公开")
                    && (topic == Topic::Nothing || self.begins_sentence(token) && !in_list) =>
            {
                self.turn_to(Topic::Applications);
            }
            Word::Dispute(dispute) => self.turn_to(Topic::Disputes(dispute)),
            Word::Normative if !in_list => self.turn_to(Topic::Documents("normative")),
            Word::Rules if !in_list => self.turn_to(Topic::Documents("rules")),
            Word::Decision(_) if topic == Topic::Applications && self.is_asked_for(token, before) => {}
            Word::Decision(kind) if !in_list || matches!(topic, Topic::Decisions(_)) => {
                self.turn_to(Topic::Decisions(kind));
            }
            // 另有1件征求第三方意见。予以公开7件: in the paragraph about applications these are results.
            Word::Result(_) if topic == Topic::Foreign && self.heading == Topic::Applications && !in_list => {
                self.turn_to(Topic::Applications);
            }
            Word::Fees => self.turn_to(Topic::Fees),
            Word::ProcessingFee => self.turn_to(Topic::ProcessingFee),
            Word::Accountability => self.turn_to(Topic::Accountability),
            // 逾期未缴费、不再处理的3件: of the applications, beside the fee.
            Word::Result("other.2") if topic == Topic::ProcessingFee && numbered => {
                self.turn_to(Topic::Applications);
            }
            // 申请公开征地项目的: what was asked for.
            Word::Foreign if in_list || self.span_text(before).contains("申请公开") => {}
            Word::Foreign if topic == Topic::Applications && self.is_asked_for(token, before) => {}
            // 复议1件，系向市局提出: the review is still spoken of.
            Word::Submit if matches!(topic, Topic::Disputes(_)) && !numbered && self.mind.last.is_some() => {}
            Word::Submit if self.heading == Topic::Applications && topic != Topic::Applications => {
                self.turn_to(Topic::Applications);
            }
            Word::Foreign => self.turn_to(Topic::Foreign),
            Word::Publish => {
                self.mind.publishing = true;
                if matches!(topic, Topic::Nothing | Topic::Foreign | Topic::Accountability) && !in_list {
                    self.turn_to(Topic::Published);
                }
            }
            Word::Published if self.mind.publishing && topic != Topic::Applications && !in_list => {
                self.turn_to(Topic::Published);
            }
            Word::Receive | Word::NewlyReceive | Word::Handle | Word::Answer | Word::ReceiveAndAnswer => {
                self.mind.publishing = false;
            }
            Word::Decide => self.mind.publishing = false,
            Word::Stock(stock) => {
                self.mind.deed = Some(stock);
                self.mind.publishing = false;
            }
            Word::OtherDeed => self.mind.deed = None,
            Word::AboutInformation => {
                self.mind.about_information = true;
                self.mind.by_heading = false;
            }
            Word::Scope => self.mind.scope = Some(token.at.clone()),
            // 2023年12月收到、当年未办结的: that year's.
            Word::ThisYear if self.text_of(token) == "当年" && self.mind.other_time => {}
            // 2023年全年: of that year.
            Word::ThisYear if before.last().is_some_and(|t| matches!(t.kind, Kind::Year(_))) => {}
            Word::ThisYear => self.mind.other_time = false,
            // 所涉多为历年招生计划: what was asked for.
            Word::OtherTime if self.tells_what_about(before) => {}
            // 清理历年文件: the documents are old, the deed is this year's.
            Word::OtherTime if self.sweeps_old_documents(token) => {}
            Word::OtherTime if self.mind.growth.is_none() => self.mind.other_time = true,
            Word::Future => self.mind.other_time = true,
            Word::Growth => {
                let falls = ["下降", "减少", "回落", "降", "少"].iter().any(|w| self.text_of(token).contains(w));
                self.mind.growth = Some(if falls || self.mind.growth == Some(-1) { -1 } else { 1 });
            }
            Word::Among | Word::Containing | Word::Namely => self.list_word(word, before),
            Word::ByAnother => self.list_anew(),
            // 共600元，其中一件200元，另一件300元.
            Word::Apart if topic == Topic::ProcessingFee && in_list => {}
            Word::Apart => self.mind.list = None,
            Word::Total if numbered && in_list && !before.iter().any(|t| t.word() == Some(Word::Among)) => {
                self.mind.list = None;
            }
            _ => {}
        }
    }

    fn sweeps_old_documents(&self, token: &Token) -> bool {
        let before = self.sentence_before(token.at.start);
        let sweeps = ["清理", "梳理", "对", "将"].iter().any(|word| before.ends_with(word));
        let after = self.sentence_after(token.at.end);
        let documents = ["文件", "的文件", "规范性", "行政规范性", "存量", "制发", "印发"];
        matches!(self.text_of(token), "历年" | "往年") && sweeps && documents.iter().any(|word| after.starts_with(word))
    }

    /// 比2023年, 较2023年: a year to compare with.
    pub(super) fn is_compared(&self, token: &Token) -> bool {
        self.text.get(..token.at.start).is_some_and(|before| before.trim_end().ends_with(['比', '较', '与', '于']))
    }

    /// Whether a phrase begins by telling what applications are about: 所涉多为, 内容是.
    fn tells_what_about(&self, before: &[Token]) -> bool {
        let told = ["所涉", "涉及", "内容", "多为", "多是"].iter().any(|word| self.span_text(before).starts_with(word));
        told && self.mind.topic == Topic::Applications && !before.iter().any(|t| t.figure().is_some())
    }

    /// 申请主要涉及学区划分、校外培训: what the applications are about, nothing that is dealt with.
    fn is_asked_for(&self, token: &Token, before: &[Token]) -> bool {
        let clause = self.sentence_before(token.at.start).rsplit('；').next().unwrap_or_default();
        let verb = |t: &Token| matches!(t.word(), Some(Word::Receive | Word::Handle | Word::Answer));
        if self.tells_what_about(before) {
            return true;
        }
        let about = ["涉及", "集中", "申请内容", "申请事项", "主要是", "主要为", "内容为", "内容是", "内容多", "围绕"];
        clause.contains("申请") && about.iter().any(|word| clause.contains(word)) && !before.iter().any(verb)
    }

    pub(in crate::claims) fn turn_to(&mut self, topic: Topic) {
        if self.mind.topic != topic {
            let same_kind = matches!((self.mind.topic, topic), (Topic::Disputes(_), Topic::Disputes(_)))
                || matches!((self.mind.topic, topic), (Topic::Documents(_), Topic::Documents(_)));
            self.mind.topic = topic;
            if !same_kind {
                self.mind.queue.clear();
            }
        }
        if topic == Topic::Applications {
            self.saw_applications = true;
            self.mind.about_information = true;
        }
    }

    /// Whether 申请 has a name of another kind of application right before it: 低保申请.
    pub(in crate::claims) fn is_named_otherwise(&self, before: &[Token], token: &Token) -> bool {
        let Some(noise) = before.last().filter(|t| t.kind == Kind::Noise && t.at.end == token.at.start) else {
            return false;
        };
        let name = self.text_of(noise);
        let name = name.rsplit(['的', '收', '到']).next().unwrap_or_default();
        let plain = [
            "",
            "类",
            "该",
            "此类",
            "有效",
            "新",
            "提出",
            "书面",
            "等",
            "这",
            "项",
            "件",
            "条",
            "份",
            "相关",
            "其",
            "关于",
            "公众",
            "群众",
            "企业",
            "村民",
            "居民",
            "学生",
            "家长",
            "个人",
            "单位",
            "上述",
            "以上",
            "所提",
            "所有",
            "全部",
            "各类",
            "其他",
            "其余",
            "已受理",
            "受理",
            "有",
        ];
        // 收到退役军人及其家属申请3件: who applied, not for what.
        let people = [
            "人", "者", "家属", "家长", "业主", "学生", "教师", "职工", "员工", "居民", "群众", "公众", "企业", "组织",
            "单位",
        ];
        let people = people.iter().any(|who| name.ends_with(who));
        let one = name.chars().count() <= 1 || people;
        !one && !plain.contains(&name) && !name.ends_with('类') && !name.ends_with('等')
    }
}
