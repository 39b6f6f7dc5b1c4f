//! Sentences that say nothing wrong and look as if they might: numbers of documents, hotlines,
//! plans, quotations, last year's figures. All are invented.

use fastrand::Rng;

/// What kind of organ writes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Writer {
    /// A county's, district's or city's government.
    Government,
    /// A department.
    Bureau,
    /// A town or a township.
    Township,
    /// A street office.
    Street,
    /// A school.
    School,
    /// A hospital.
    Hospital,
    /// A company for water or buses, whose information the public needs.
    Company,
}

impl Writer {
    /// Every kind.
    pub const ALL: [Writer; 7] = [
        Writer::Government,
        Writer::Bureau,
        Writer::Township,
        Writer::Street,
        Writer::School,
        Writer::Hospital,
        Writer::Company,
    ];

    /// The names of such organs, without their county's.
    pub(crate) fn names(self) -> &'static [&'static str] {
        match self {
            Writer::Government => &["人民政府"],
            Writer::Bureau => &["水务局", "财政局", "审计局", "统计局", "退役军人事务局", "文化和旅游局", "医疗保障局"],
            Writer::Township => &["梨树镇人民政府", "新集镇人民政府", "河湾乡人民政府"],
            Writer::Street => &["东岭街道办事处", "南关街道办事处"],
            Writer::School => &["第一中学", "实验小学", "职业技术学校"],
            Writer::Hospital => &["人民医院", "中医院", "妇幼保健院"],
            Writer::Company => &["自来水有限公司", "公共交通有限公司"],
        }
    }

    /// How an organ with this name speaks of itself.
    pub(crate) fn own(self, name: &str) -> &'static str {
        match self {
            Writer::Government if name.contains('县') => "我县",
            Writer::Government if name.contains('区') => "我区",
            Writer::Government => "我市",
            Writer::Bureau => "我局",
            Writer::Township if name.contains('乡') => "我乡",
            Writer::Township => "我镇",
            Writer::Street => "我街道",
            Writer::School => "我校",
            Writer::Hospital => "我院",
            Writer::Company => "我公司",
        }
    }

    /// What only such organs tell.
    fn of_its_own(self) -> &'static [&'static str] {
        match self {
            Writer::Government => &[
                "县级部门和乡镇的政府信息公开目录全部更新，做到“清单之外无事项”。",
                "政府公报全年出刊{a}期，赠阅范围扩大到村（社区）和图书馆。",
                "常务会议{a}次邀请人大代表、政协委员和群众代表列席。",
                "{p}年度财政决算、{y}年财政预算和“三公”经费全部公开。",
            ],
            Writer::Bureau => &[
                "办理12345政务服务便民热线工单{c}件，按期办结率100%，满意率98.6%。",
                "办理人大代表建议{a}件、政协委员提案{b}件，答复全文上网。",
                "公开{p}年部门决算和{y}年部门预算，说明“三公”经费增减原因。",
                "“双随机、一公开”抽查{a}批次，结果在作出之日起7个工作日内公示。",
            ],
            Writer::Township => &[
                "在{a}个村设置公开栏，公示低保、临时救助、耕地地力保护补贴等名单。",
                "召开院坝会、坝坝会{a}场，把惠农政策讲给群众听，做到家家户户都知晓。",
                "镇村两级“三资”账目逐笔公开，群众扫码就能看。",
                "入户走访{c}户，发放办事明白卡，收集意见{b}条。",
            ],
            Writer::Street => &[
                "在{a}个社区的党群服务中心设置政务公开专区，由网格员每周更新。",
                "老旧小区改造的方案、进度、资金三张清单全部上墙。",
                "走访商户{c}家，送去小微企业扶持政策汇编。",
            ],
            Writer::School => &[
                "公开{y}—{n}学年度招生计划、收费项目和标准、作息时间和课后服务安排。",
                "召开家长委员会会议{a}次，食堂原料采购价格每周公示。",
                "{y}年秋季学期起，校服选用、教辅征订均先征求家长意见再公布结果。",
            ],
            Writer::Hospital => &[
                "公开医疗服务价格{c}项，住院费用实行“一日一清单”。",
                "每周更新专家门诊排班，预约挂号热线24小时有人接听。",
                "公布{y}年第1至4季度满意度调查结果，住院患者满意率为96.2%。",
            ],
            Writer::Company => &[
                "发布停水、降压通知{a}次，抢修进展随时更新，服务热线96116全天接听。",
                "按月公布出厂水、管网水水质检测结果，35项指标合格率100%。",
                "公开收费标准、缴费渠道和报装流程，办理时限由10个工作日压减到5个工作日。",
            ],
        }
    }
}

/// What any organ tells of what it publishes on its own.
const DISCLOSURE: &[&str] = &[
    "通过政府网站公开信息{a}条，通过微信公众号公开信息{b}条，共{c}条。",
    "落实国办发〔2024〕14号文件和《政务公开工作要点》，分解任务{a}项，逐项销号。",
    "发布政策解读材料{a}篇，其中图解、问答、短视频占62.5%，较上年提高8个百分点。",
    "围绕教育、医疗、就业、社会保障、食品药品安全等领域，做到应公开尽公开、能公开早公开。",
    "回应网民留言{a}条，在线访谈{b}期，平均回复时间由4天缩短到2.5天。",
    "惠企政策一次说清：免申即享{a}项，一网通办{b}项。",
    "重大决策征求意见{a}次，收到意见{c}条，采纳{b}条，采纳情况逐条说明。",
    "对“十四五”规划实施情况、{n}年重点项目计划作出说明。",
    "机构职能、领导分工、联系方式在变动后20个工作日内更新。",
];

/// Of the handling of information.
const MANAGEMENT: &[&str] = &[
    "严格执行“先审查、后公开”“一事一审”，涉密信息、个人隐私一律不上网。",
    "对2010年以来的文件开展清理，标注有效{a}件、失效{b}件、废止情况另行公告。",
    "拟稿人注明公开属性，分为主动公开、依申请公开、不予公开三类，不予公开的写明理由。",
    "建立错别字、敏感词日查月报机制，全年纠正错漏{a}处。",
    "按照《公文处理办法》（〔2013〕9号）等规定，统一编号、分类归档。",
    "张贴在公开栏的名单一律隐去身份证号、银行卡号、手机号等信息。",
    "修订《政府信息公开审查制度》《依申请公开办理规程》，明确拟办、审核、签发的责任。",
];

/// Of the places where it is published.
const PLATFORM: &[&str] = &[
    "政府网站完成适老化改造，支持IPv6访问，全年浏览{c}次，可用率99.9%。",
    "新媒体账号由{b}个整合为1个，粉丝1.2万人，比上年末增加{a}人。",
    "设立公开查阅点{a}处，配备查询机{b}台，开放时间为工作日8:30至17:30。",
    "对照第三方评估指出的问题，补齐栏目{a}个，修复链接{b}条。",
    "一是统一栏目名称，二是优化站内检索，三是增加语音朗读。",
    "“码”上公开专栏运行平稳，一件一件登记，一项一项核对。",
    "网站备案号、标识码和党政机关标识齐全，首页访问速度不超过3秒。",
];

/// Of how the work is seen to.
const OVERSIGHT: &[&str] = &[
    "主要负责同志听取汇报{a}次，分管负责同志按季调度，明确1名专职人员负责。",
    "组织学习《中华人民共和国政府信息公开条例》，测试合格率100%，平均分92.5分。",
    "自查发现问题{a}个，已全部整改，并举一反三、建章立制。",
    "公布监督电话0000-6120018，接受社会监督，全年未接到相关投诉。",
    "组织培训{a}期、{c}人次，请法律顾问讲解典型案例。",
    "问卷调查回收{c}份，满意和基本满意的占97.3%。",
];

/// Problems, each with its cure.
const PROBLEMS: &[(&str, &str)] = &[
    ("政策解读形式偏于单一，图解、视频不多", "将解读方案与文件同步报审，全年图解占比提高到六成"),
    ("个别栏目更新不够及时", "实行“周提醒、月通报”，超过20日没有更新的由专人督办"),
    ("经办人员变动较多，业务不熟", "编印操作手册，新到岗人员先培训、后上岗"),
    ("与群众互动不够", "按季举办开放日活动，现场答疑，意见3个工作日内反馈"),
    ("答复文书用语不够通俗", "修订文书范本，对引用条款逐条注明"),
];

/// Sentences for one aspect, one to three of them, with numbers put in.
pub(crate) fn sentences(aspect: &str, writer: Writer, year: i32, rng: &mut Rng) -> String {
    let mut pool: Vec<&str> = match aspect {
        "主动公开" => DISCLOSURE.iter().chain(writer.of_its_own()).copied().collect(),
        "政府信息管理" => MANAGEMENT.to_vec(),
        "政府信息公开平台建设" => PLATFORM.to_vec(),
        _ => OVERSIGHT.to_vec(),
    };
    rng.shuffle(&mut pool);
    pool.into_iter().take(rng.usize(1..=3)).map(|sentence| with_numbers(sentence, year, rng)).collect()
}

/// Section 五: some problems and what was done about them, in one of the usual shapes.
pub(crate) fn problems(own: &str, rng: &mut Rng) -> String {
    let mut pool = PROBLEMS.to_vec();
    rng.shuffle(&mut pool);
    pool.truncate(rng.usize(2..=3));
    let count = if pool.len() == 2 { "两" } else { "三" };
    let listed = |part: fn(&(&'static str, &'static str)) -> &'static str, end: &str| -> String {
        let items = pool.iter().zip(["一", "二", "三"]).map(|(pair, numeral)| format!("{numeral}是{}", part(pair)));
        items.collect::<Vec<_>>().join(end)
    };
    let (problems, cures) = (listed(|pair| pair.0, "；"), listed(|pair| pair.1, "；"));
    match rng.u8(0..4) {
        0 => format!("（一）存在的主要问题\n{problems}。\n（二）改进情况\n{cures}。"),
        1 => format!("{own}还存在{count}个方面的问题：{problems}。针对上述问题，{own}采取以下措施：{cures}。"),
        2 => format!("主要问题：{problems}。\n改进情况：{cures}。"),
        _ => {
            let pairs = pool.iter().map(|(problem, cure)| format!("针对{problem}的问题，{own}{cure}。"));
            pairs.collect()
        }
    }
}

fn with_numbers(sentence: &str, year: i32, rng: &mut Rng) -> String {
    let (a, b) = (rng.u32(2..60), rng.u32(2..40));
    let numbers = [("{a}", a), ("{b}", b), ("{c}", a + b)];
    let years = [("{y}", year), ("{p}", year - 1), ("{n}", year + 1)];
    let text = numbers.iter().fold(sentence.to_owned(), |text, (slot, number)| text.replace(slot, &number.to_string()));
    years.iter().fold(text, |text, (slot, year)| text.replace(slot, &year.to_string()))
}
