//! Radicals that stand for the characters they look like. Chromium's print to PDF writes ⼀ for 一
//! where a font draws both with one glyph.

/// The characters of the Kangxi radicals, U+2F00 to U+2FD5, in simplified script where it has them.
const KANGXI: &str = "\
    一丨丶丿乙亅二亠人儿入八冂冖冫几凵刀力勹匕匚匸十卜卩厂厶又口囗土士夂夊夕大女子宀寸小尢尸屮山巛工己巾干幺广廴\
    廾弋弓彐彡彳心戈户手支攴文斗斤方无日曰月木欠止歹殳毋比毛氏气水火爪父爻爿片牙牛犬玄玉瓜瓦甘生用田疋疒癶白皮皿\
    目矛矢石示禸禾穴立竹米糸缶网羊羽老而耒耳聿肉臣自至臼舌舛舟艮色艸虍虫血行衣襾見角言谷豆豕豸貝赤走足身車辛辰辵\
    邑酉釆里金長門阜隶隹雨青非面革韋韭音頁風飛食首香馬骨高髟鬥鬯鬲鬼魚鳥鹵鹿麥麻黄黍黑黹黽鼎鼓鼠鼻齊齒龍龜龠\
    ";

/// The characters of radicals of the supplement, U+2E80 to U+2EF3.
const SUPPLEMENT: &[(char, char)] = &[
    ('\u{2E9F}', '母'),
    ('\u{2EA0}', '民'),
    ('\u{2EC1}', '虎'),
    ('\u{2EC4}', '西'),
    ('\u{2EC5}', '见'),
    ('\u{2EC6}', '角'),
    ('\u{2EC9}', '贝'),
    ('\u{2ECB}', '车'),
    ('\u{2ED1}', '長'),
    ('\u{2ED3}', '长'),
    ('\u{2ED4}', '门'),
    ('\u{2ED8}', '青'),
    ('\u{2ED9}', '韦'),
    ('\u{2EDA}', '页'),
    ('\u{2EDB}', '风'),
    ('\u{2EDC}', '飞'),
    ('\u{2EDD}', '食'),
    ('\u{2EE2}', '马'),
    ('\u{2EE3}', '骨'),
    ('\u{2EE5}', '鱼'),
    ('\u{2EE6}', '鸟'),
    ('\u{2EE8}', '麦'),
    ('\u{2EE9}', '黄'),
    ('\u{2EEA}', '黾'),
    ('\u{2EEC}', '齐'),
    ('\u{2EEE}', '齿'),
    ('\u{2EF0}', '龙'),
    ('\u{2EF3}', '龟'),
];

/// The character that a radical stands for; any other character as it is.
pub(super) fn fold(c: char) -> char {
    match c {
        '\u{2F00}'..='\u{2FD5}' => {
            let index = usize::try_from(u32::from(c) - 0x2F00).unwrap_or(0);
            KANGXI.chars().nth(index).unwrap_or(c)
        }
        '\u{2E80}'..='\u{2EF3}' => SUPPLEMENT.iter().find(|(radical, _)| *radical == c).map_or(c, |(_, han)| *han),
        _ => c,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn radicals_become_characters() {
        assert_eq!("⼀⼆⼯⾏⾯⿓⻓⻔一规".chars().map(fold).collect::<String>(), "一二工行面龍长门一规");
        assert_eq!(fold('\u{2FD5}'), '龠');
    }
}
