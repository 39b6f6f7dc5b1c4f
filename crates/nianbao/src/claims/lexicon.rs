//! The words of the grammar: what agencies call receiving, answering, results, reviews, documents.
//!
//! The longest word that begins at a place wins, so a word that looks like another but means
//! something else (行政许可申请, 申请人补正, 公民、法人或其他组织) is kept out by having its own entry.

use std::collections::HashMap;
use std::sync::LazyLock;

/// Who applied: the columns of table 三.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Applicant {
    /// 自然人.
    Natural,
    /// 法人或其他组织, all five columns.
    Organisations,
    /// One of the five columns, by its address part.
    Column(&'static str),
}

/// How an application came in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Channel {
    /// 网络, 在线, 电子邮件.
    Online,
    /// 信函, 邮寄.
    Letter,
    /// 当面, 现场.
    InPerson,
    /// 传真.
    Fax,
    /// 其他方式.
    Other,
}

/// How a review or a suit ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Ending {
    /// 结果维持; by custom also 驳回.
    Upheld,
    /// 结果纠正.
    Corrected,
    /// 其他结果; by custom also 撤诉, 终止.
    Other,
    /// 尚未审结.
    Pending,
}

/// Which reviews and suits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Dispute {
    /// 行政复议.
    Review,
    /// 行政诉讼, both groups.
    Suit,
    /// 未经复议直接起诉.
    Direct,
    /// 复议后起诉.
    AfterReview,
    /// All three groups.
    All,
}

/// What happened to documents: the columns of table 二's first block.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Stock {
    /// 制发.
    Made,
    /// 废止.
    Repealed,
    /// 现行有效.
    InForce,
}

/// What a word does in a claim.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Word {
    /// 收到, 受理.
    Receive,
    /// 新收, 新增.
    NewlyReceive,
    /// 提交, 递交: what the public does; the agency receives.
    Submit,
    /// 办理, 处理.
    Handle,
    /// 答复, 办结.
    Answer,
    /// 收到并办理: one number for both.
    ReceiveAndAnswer,
    /// 上年结转.
    CarriedIn,
    /// 结转下年度.
    CarriedOut,
    /// 结转 without a direction.
    Carry,
    /// 正在办理, 尚未办结.
    Unfinished,
    /// 余, 剩余.
    Remaining,
    /// 未, 无, 没有.
    Not,
    /// 均, 全部.
    All,
    /// 各, 均为: one number for several things.
    Each,
    /// 分别: numbers in the order of the things before.
    Respectively,
    /// 共, 合计.
    Total,
    /// 其中: parts of the last total.
    Among,
    /// 包括, 含.
    Containing,
    /// 具体为, 即: the parts that follow are all.
    Namely,
    /// 按申请人分: the same total by another measure.
    ByAnother,
    /// 另, 此外: no part.
    Apart,
    /// 除…外.
    Except,
    /// 其余.
    Rest,
    /// 同比, 增加, 下降.
    Growth,
    /// 占, 占比.
    Share,
    /// 率: a rate.
    Rate,
    /// 政府信息公开申请.
    Application,
    /// 申请 alone.
    BareApplication,
    /// 申请 that is no application for information, 申请人, 申请渠道 and the like.
    Filler,
    /// A result of table 三, by the row's address part.
    Result(&'static str),
    /// An applicant.
    Applicant(Applicant),
    /// A channel.
    Channel(Channel),
    /// Reviews or suits.
    Dispute(Dispute),
    /// How they ended.
    Ending(Ending),
    /// Not lost: 败诉, 被纠错, after a negation.
    Lost,
    /// 行政规范性文件.
    Normative,
    /// 规章.
    Rules,
    /// 制发, 废止, 现行有效.
    Stock(Stock),
    /// What is done to documents without making or repealing them: 备案, 清理, 修订.
    OtherDeed,
    /// 行政许可, 行政处罚, 行政强制, by the row's address part.
    Decision(&'static str),
    /// 作出, 实施: a decision.
    Decide,
    /// 行政事业性收费.
    Fees,
    /// 信息处理费.
    ProcessingFee,
    /// 收取, 收费.
    Charge,
    /// 公开, 发布: publishing.
    Publish,
    /// 信息: what is published.
    Published,
    /// 门户网站, 微信公众号, …: where it is published.
    Outlet(&'static str),
    /// Things that are received and answered but are no applications: 留言, 工单, 提案.
    Foreign,
    /// 政府信息公开, which says what a review or suit is about.
    AboutInformation,
    /// 全区, 本级, 各部门: whose numbers.
    Scope,
    /// 上年, 上半年: another time.
    OtherTime,
    /// 今年, 全年, 本年度.
    ThisYear,
    /// 下一步, 计划.
    Future,
    /// 责任追究.
    Accountability,
    /// 超期, 逾期: what does not matter here.
    Late,
}

use Word::*;

#[rustfmt::skip]
const LEXICON: &[(Word, &str)] = &[
    (Receive, "接受 收到 受理 接收 接到 收悉 接收到 收 收件 登记 收受 接件 收受到"),
    (NewlyReceive, "新收 新收到 新受理 新增 新接收 新收申请 新登记申请 新登记 新接受"),
    (Submit, "提出 提出的 提出了 提交 递交 提交了 递交了 提交的 递交的 送交"),
    (Handle, "办理 处理 承办 办件 应办 应答复 应办结 应办理 需办 需办理 应当办理 办了"),
    (Answer, "答复 办结 回复 处理完毕 办理完成 答复完毕 办理完毕 依法办结 作出答复 给予答复 出具答复书 反馈 回应申请人 作出处理 处结 办复 已办 办毕 办妥 办理完结 办完 处理完 答复完 办理完 已完成 完成 实办 实际办结 答复了"),
    (ReceiveAndAnswer, "收到和处理 收到并处理 收到并妥善处理 接收和办理 接收办理 受理并办结 受理并答复 收到并答复 收到并办结 受理和答复 受理答复 受理办结 收到及答复 收到和答复 受理办理 受理并办理 收到并办理 收到和办理 受理和办结"),
    (CarriedIn, "年初结转 年初在办 年初未结 年初未办结"),
    (CarriedOut, "年末结转 年底结转 期末结转 下年度结转 下年结转 跨年 跨年办理 跨年度办理 跨年度继续办理 跨年度答复"),
    (Carry, "留下 带过来 转来 遗留 结存 留存 带入 接转 结转 转结 顺延 转入 转 延至 延续至 跨年度结转 跨年结转 转到 留待 留到"),
    (Unfinished, "末未到期 末未办结 底未到期 底未办结 待办 正在办理 正在办理中 尚未办结 未办结 尚在办理 尚在办理中 尚未答复 正在处理 在办 正在依法办理 继续办理 仍在办理 仍在办理中 尚在答复期限内 正在按程序办理 尚在办理期限内 待答复 未到答复期限 尚在法定期限内 尚在法定办理期限内 尚在法定答复期限内 尚在期限内 办理期限未满 答复期限未满 期限未满 尚未到期 未到办理期限 待办件 未办结件 在办件"),
    (Remaining, "余 余下 剩余 尚余 还有 尚有 剩 剩下 还剩"),
    (Not, "未 无 没有 没 未发生 未曾 从未 未有 暂无 暂未 尚未 尚无 零 并未 均未 均无 也未 也无 未出现 没有发生 没有出现 未产生 没有产生 未引发 没有引发 未引起 没有引起 不存在 未形成 没有收到 未收到 未接到 没有接到 未受理 没有受理 未收 未新收 未收到过 未办理 未制发 未制定 未出台 未印发 无新制发 未新制发 未新制定 未废止 无废止 未作出 未实施 未收取 没有收取 未收费 不收取 未收过 零收费 未收取任何 未涉及 未发布 无制发 无发生 未被 从未发生 不涉及"),
    (All, "均 全部 皆 都 全数 悉数 一律"),
    (Each, "各 均为 都是 均是 都为 皆为"),
    (Respectively, "分别 依次"),
    (Total, "共 共计 合计 总计 累计 总数 总量 总共 总数为 总数量 共有"),
    (Among, "其中 当中"),
    (Containing, "包括 包含 含 涵盖 涉及 包含有 内含"),
    (Namely, "具体为 具体是 分别为 分别是 即 分为 具体情况为 具体如下 情况如下"),
    (ByAnother, "按申请人分 按申请人类型分 按申请人类别分 按申请人身份分 按申请人性质分 按申请主体分 按申请渠道分 按渠道分 按申请方式分 按办理结果分 按答复结果分 按结果分 按申请内容分 按内容分 从申请人看 从申请主体看 从申请渠道看 从申请方式看 从渠道看 从办理结果看 从答复结果看 从申请内容看"),
    (Apart, "另 另有 此外 另外 除此之外"),
    (Except, "除"),
    (Rest, "其余 其它件 其余均"),
    (Growth, "同比 增长 下降 减少 增加 上升 回落 提升 提高 较 比上年 比去年 较上年 较去年 较上年度 比上年度 环比 降低 多 少 降幅 增幅 翻 增长率 与上年 与去年 比上一年 较上一年 超过上年"),
    (Share, "占 占比 占总数 占总量 占比为 比例为 占总数的 占已答复件数的 占全部申请 占申请总数的 约占 各占 所占比例"),
    (Rate, "率 办结率 答复率 按期答复率 按时答复率 及时答复率 依法答复率 按期办结率 按时办结率 满意率 满意度 公开率 回复率 录用率 采纳率 覆盖率 达标率 准确率 合格率 及时率"),
    (Application, "政府信息公开申请 依申请公开 依申请公开申请 信息公开申请 政府信息依申请公开 政府信息依申请公开申请 依申请公开事项 依申请公开件 依申请公开办件 依申请公开信息 依申请公开公开件 申请公开政府信息 依申请信息公开件 依申请信息公开 依申请政府信息公开 公开申请 依申请公开来信 申请公开信息 申请公开事项 申请公开件 政府信息申请 信息申请 申请信息公开 申请政府信息公开 依申请公开政府信息 依申请件 依申请事项 依申请公开案件 依申请政府信息公开案件 申请政府信息 政务公开申请 依申请公开信息申请 政府信息公开申请书 政府信息公开的申请 政府信息公开申请表 依申请公开诉求 依申请公开方面的诉求 依申请公开方面的申请 依申请公开方面申请 政府信息公开方面的申请 信息公开方面的申请 公开政府信息申请 公开政府信息的申请 信息公开的申请 依申请政府信息公开申请 主动要求公开政府信息的申请 要求公开政府信息的申请 政府信息公开申请件 政府信息公开申请事项 信息公开依申请 政务信息公开申请 信息依申请公开 申请公开 依申请公开政务信息"),
    (BareApplication, "申请 申请件 申请书 申请事项 申请数 申请数量 申请总数"),
    (Filler, "答复结果 办理结果 处理结果 申请人 申请人补正 申请表 申请渠道 申请流程 申请方式 申请指南 申请条件 申请材料 申请办理 申请平台 申请信箱 申请渠道畅通 依申请公开渠道 依申请公开工作 依申请公开制度 依申请公开流程 依申请公开平台 依申请公开栏目 依申请公开专栏 依申请公开指南 依申请公开目录 依申请公开系统 依申请公开邮箱 依申请公开信箱 依申请公开机制 依申请公开程序 依申请公开业务 依申请公开培训 依申请公开答复书 依申请公开情况 依申请公开方面 政府信息公开申请渠道 政府信息公开申请工作 信息公开申请渠道 依申请公开政府信息工作 依申请公开政府信息渠道 公民、法人或其他组织 公民、法人和其他组织 公民、法人或者其他组织 公民、法人及其他组织 公民、法人或其它组织 公民、法人和其它组织 公民、法人、其他组织 公民、法人 自然人、法人或其他组织 自然人、法人或者其他组织 自然人、法人和其他组织 公民、企业 公民、法人以及其他组织 公民法人 行政复议机关 行政复议法 行政诉讼法 复议机关 收到申请后 共同 公共 共享 共建 共治 中共 公共企事业单位 不断 不仅 无法 无障碍 无关 无纸化 都市 成都 首都 均衡 平均 收录 收集 收费标准 收回 吸收 接收站 验收 回收 税收 收入 收支 丰收 各级 各类 各项 各部门单位 各种 各地 各环节 各界 各方 余姚 另行 另行制作 含义 除外 多样 多渠道 多元 多种 多方 多次 多层次 许多 很多 更多 诸多 众多 少数 减少量 至少 缺少 不少 比较 较好 较高 较快 较大 较为 占用 占地 转变 转型 转发 转办 转送 转交 转化 运转 流转 扭转 好转 转移 转换 收储 公开申请渠道 公开申请流程 频率 效率 率先 统率 表率 税率 费率 未成年 无偿 无人机 无线 及时收到 没收 没有最好 无缝 无忧 无感 无死角 办理流程 办理程序 办理时限 办理机制 办理工作 办理制度 办理质量 办理进度 处理流程 处理程序 处理机制 处理决定书 处理工作 办理环节 办理过程 办理指南 答复书 答复内容 答复质量 答复文书 答复期限 答复时限 答复工作 答复流程 答复意见 答复程序 答复口径 答复机制 答复规范 答复模板 答复文本 无误 一无 处罚类 信息处理系统 余人 即时 立即 随即 即日 即将 即使 即可 即办 即办件 即享 免申即享 接诉即办 即到 即接 即报 即批 即审 即改 即查 含金量 包含在内 过半 多媒体 多部门 多级 涉及面 涉及群众 涉及公众 涉及民生 涉及企业 不得 还有待 还有差距 还有不足 还有一定 尚有差距 尚有不足 余项 诉讼请求 办结事项 答复事项 登记表 登记簿 登记台账 登记制度 登记流程 登记办理 登记机关 举报人 投诉人 信访人 信访部门 信访局 信访办 信访机构 信访渠道 咨询人 不再处理 关联申请 答复件数 申请内容 申请主体 申请登记 登记申请人 无一例外 规章制度 在用户 存量房 公民和法人或其他组织 公民和法人 公民及法人 公民、法人等 完成率 完成情况 不服答复 答复不服 不予许可 不予行政许可 不准予许可 不予处罚 不予行政处罚 免予处罚 规章制发权 规章制定权 规章制定权限 规范性文件制定权 规范性文件制定权限 规范性文件制发权 行政复议决定书 复议决定书 行政复议意见书 行政复议文书 不予公开文件 不予公开类文件 依申请公开文件 依申请公开类文件 不多 居多 较多 最多 多为 多是 多属 多以 多涉及 多集中 多与 占多数 占大多数 较少 很少 最少 少量 答复机关 答复主体 答复要点 答复范本 答复样式 办理机关 办理主体 受理机关 受理窗口 依申请公开专岗 依申请公开岗位 依申请公开窗口 依申请公开专员"),
    (Result("granted"), "提供信息 予以公开 同意公开 全部公开 向申请人公开 依法公开 主动公开告知 已予公开 给予公开 同意公开答复 予以全部公开 已公开给申请人 已经提供 已提供 予以提供 提供了信息 提供了相关信息 已经提供相关信息 已提供相关信息 已向申请人提供 准予公开 给予公开的 全文公开 全文提供 全部提供 予公开 已予以公开 向申请人提供 提供了所需材料 提供所需材料 提供了所需信息 获得公开 得到公开 作出公开决定 作出予以公开决定"),
    (Result("partial"), "公开部分内容 公开部分信息 公开了部分内容 公开了部分信息 部分公开 部分予以公开 予以部分公开 同意部分公开 区分处理 部分提供 部分准予公开 提供部分内容 提供部分信息 部分内容公开 作出部分公开决定"),
    (Result("refused"), "不予公开 不同意公开 免予公开 不予以公开 未予公开 决定不予公开 不公开 决定不公开 均未公开"),
    (Result("refused.1"), "属于国家秘密 国家秘密 涉及国家秘密"),
    (Result("refused.2"), "其他法律行政法规禁止公开 法律行政法规禁止公开 法律、行政法规禁止公开 其他法律、行政法规禁止公开 法律法规禁止 法律、法规禁止 法律法规禁止公开 法律、法规禁止公开 法律行政法规禁止 其他法律法规禁止公开 法律法规规定禁止公开 法律法规规定不得公开"),
    (Result("refused.3"), "三安全一稳定 危及“三安全一稳定” 三安全、一稳定 危及公共安全 危及国家安全 危及社会稳定 危及经济安全"),
    (Result("refused.4"), "第三方不同意公开 第三方不同意 第三方不同意提供 第三方意见不同意公开"),
    (Result("refused.5"), "三类内部事务信息 内部事务信息 属于三类内部事务信息 内部事务 三类内部事务"),
    (Result("refused.6"), "四类过程性信息 过程性信息 属于四类过程性信息 四类过程性 过程性政府信息"),
    (Result("refused.7"), "行政执法案卷 属于行政执法案卷 行政执法案卷信息 执法案卷 行政执法案卷类"),
    (Result("refused.8"), "行政查询事项 属于行政查询事项 行政查询"),
    (Result("unable"), "无法提供 不能提供 无法提供政府信息"),
    (Result("unable.1"), "不掌握相关政府信息 不掌握相关信息 不掌握 信息不存在 政府信息不存在 并不掌握 未掌握相关信息 无对应信息 未掌握 查无相关信息 查无此信息 查无信息 未查到相关信息 未查到 没有制作也没有保存 未制作也未保存"),
    (Result("unable.2"), "没有现成信息 没有现成政府信息 无现成政府信息 无现成信息 需要加工分析 需加工、分析 没有现成的信息 需加工制作 需要加工制作 需要汇总加工 需汇总加工 需要汇总分析"),
    (Result("unable.3"), "补正后申请内容仍不明确 补正后仍不明确 补正后内容仍不明确 补正后仍不明确的 补正后仍不明 经补正仍不明确"),
    (Result("declined"), "不予处理 不作处理 不作为政府信息公开申请处理 不作为申请处理 不作为信息公开申请处理"),
    (Result("declined.1"), "信访举报投诉类申请 信访举报投诉类 信访、举报、投诉类 信访举报投诉 信访、举报、投诉类申请 信访、举报、投诉 信访投诉举报类 信访类 信访类申请 信访类事项 信访事项类 信访举报类 投诉举报类 信访投诉类 信访、投诉、举报类 信访、投诉类 信访投诉举报 举报投诉类 为信访事项"),
    (Result("declined.2"), "重复申请 重复提交 重复提出"),
    (Result("declined.3"), "要求提供公开出版物 公开出版物 已公开出版"),
    (Result("declined.4"), "无正当理由大量反复申请 大量反复申请"),
    (Result("declined.5"), "要求行政机关确认或重新出具已获取信息 确认或重新出具已获取信息 重新出具已获取信息 重新出具信息 要求重新出具已获取信息 要求确认或重新出具已获取信息 重新出具已获取的信息 要求确认已获取信息 要求确认已获取的信息 要求重新出具已获取的 重新出具已获取的"),
    (Result("other"), "其他处理 其它处理 其他方式处理 作其他处理 其他情形处理"),
    (Result("other.1"), "逾期不补正 逾期未补正 无正当理由逾期不补正 申请人无正当理由逾期不补正 申请人逾期不补正 申请人逾期未补正 逾期不补正材料 逾期未补 逾期不补正的 未按期补正 未在期限内补正 未按要求补正"),
    (Result("other.2"), "逾期未按收费通知要求缴纳费用 未按收费通知要求缴纳费用 逾期未缴费 未按要求缴纳费用 逾期未缴纳费用 逾期未交费 申请人未缴费 未缴纳信息处理费 逾期未缴 逾期不缴 未按期缴费 未按期缴纳费用 逾期不缴费 逾期不缴纳费用"),
    (Result("other.3"), "撤销申请 撤回申请 主动撤回 主动撤销 申请人撤回 申请人撤销 申请人主动撤回 申请人主动撤销 申请人撤回申请 申请人主动撤回申请 申请人主动撤销申请 申请撤销 申请撤回 撤件 申请人自行撤回 自行撤回 其他情形"),
    (Applicant(self::Applicant::Natural), "自然人 公民个人 个人申请 自然人申请 公民申请 个人提出 自然人提出 以个人名义 以个人名义提出 公民 个人 公民提出 居民个人 村民个人 社会自然人 市民 居民 村民"),
    (Applicant(self::Applicant::Organisations), "法人或其他组织 法人及其他组织 法人和其他组织 法人或者其他组织 法人或其它组织 法人和其它组织 法人、其他组织 法人"),
    (Applicant(self::Applicant::Column("business")), "商业企业 企业申请 企业 公司 企业提出"),
    (Applicant(self::Applicant::Column("research")), "科研机构 科研院所 高校院所 高等院校 科研单位"),
    (Applicant(self::Applicant::Column("social")), "社会公益组织 公益组织 社会组织"),
    (Applicant(self::Applicant::Column("legal")), "法律服务机构 律师事务所 律所"),
    (Applicant(self::Applicant::Column("other")), "其他组织 其它组织"),
    (Channel(self::Channel::Online), "网络 网上 在线 线上 电子邮件 网络申请 网上申请 在线申请 线上申请 网络渠道 互联网 网络提交 网站提交 平台提交 在线平台 网站申请 电子邮箱 邮箱 政务服务网 网络平台 政府网站渠道 网站渠道 政府网站申请 门户网站申请"),
    (Channel(self::Channel::Letter), "挂号信 信函 邮寄 来信 快递 邮递 邮政 信件 寄送 信函申请 邮寄申请 信函邮寄 邮政寄送 来函书信"),
    (Channel(self::Channel::InPerson), "当面 现场 来访 窗口 当面申请 现场申请 当面提交 现场提交 当场 窗口申请 线下 上门"),
    (Channel(self::Channel::Fax), "传真 传真申请"),
    (Channel(self::Channel::Other), "其他方式申请 其他渠道申请 其它方式申请 其他方式 其它方式 其他渠道 其他途径 其他方式提交"),
    (Dispute(self::Dispute::Review), "行政复议 复议 行政复议案件 复议案件 申请行政复议 被申请行政复议 行政复议申请 行政复议案 行政复议情况 被申请复议 行政复议类案件 复议申请 申请复议 提起行政复议 被提起行政复议 提起复议 被行政复议 行政复议事项"),
    (Dispute(self::Dispute::Suit), "行政诉讼 诉讼 行政诉讼案件 诉讼案件 提起行政诉讼 被提起行政诉讼 行政诉讼案 应诉案件 行政应诉案件 行政应诉 行政诉讼情况 提起诉讼 起诉 被诉 被起诉 行政诉讼事项 诉至法院 诉至人民法院"),
    (Dispute(self::Dispute::Direct), "未经复议直接起诉 未经复议直接诉讼 未经行政复议直接起诉 直接起诉 直接诉讼 未经复议直接提起行政诉讼 未经复议直接提起诉讼 未经复议提起诉讼 直接向法院起诉 直接向人民法院起诉 直接提起诉讼 直接提起行政诉讼 直接起诉至法院"),
    (Dispute(self::Dispute::AfterReview), "复议后起诉 复议后诉讼 经复议后起诉 复议后提起诉讼 复议后提起行政诉讼 经复议后提起诉讼 复议后再诉讼 经行政复议后起诉 复议后起诉的行政诉讼 复议后又提起行政诉讼 复议后又提起诉讼 复议后又起诉 复议后再起诉 经复议后提起行政诉讼 复议后再提起行政诉讼 不服复议决定提起行政诉讼 对复议决定不服提起行政诉讼"),
    (Dispute(self::Dispute::All), "行政争议 复议诉讼 行政复议诉讼 复议诉讼案件 行政争议案件 复议、诉讼案件 行政复议、行政诉讼案件 行政复议和行政诉讼案件 行政复议及行政诉讼案件 复议和诉讼案件 行政复议与行政诉讼案件"),
    (Ending(self::Ending::Upheld), "维持 结果维持 获维持 予以维持 驳回 获支持 主张被采纳 胜诉 驳回申请 作出维持决定 决定维持 判决驳回 裁定驳回 获得维持 获得支持 得到维持 获得胜诉 判决维持 法院支持 支持我方 得到支持"),
    (Ending(self::Ending::Corrected), "纠正 结果纠正 纠错 被纠错 被纠正 败诉 撤销 被撤销 责令 判令 被责令"),
    (Ending(self::Ending::Other), "其他结果 撤诉 原告撤诉 终止 调解 和解 终止审理 其它结果 已撤销申请 终止行政复议 终结 终止审查 撤诉结案 其他方式结案 自行撤诉 自愿撤诉 不予受理 撤回 其他决定 作出其他决定 其他处理决定 其他方式了结 其他方式终结"),
    (Ending(self::Ending::Pending), "在审 待审 未结 未办结的复议 审理中"),
    (Lost, "零败诉 无败诉 零纠错 未败诉 无一败诉 无一被纠错 未被纠错 未被撤销 无被纠错 无一被纠正 无一被撤销"),
    (Normative, "规范性文件 行政规范性文件"),
    (Rules, "规章 政府规章 地方政府规章 省政府规章 市政府规章"),
    (Stock(self::Stock::Made), "新发 制发 制定 印发 出台 新制发 新制定 新发布 新出台 制定出台 新印发 制定印发 制定发布 制发数 本年制发 制发件数 新制作 新出 新公布 新颁布 颁布 制订 制定并发布 制定公布 制定并公布 制定并印发 制发并公布 新制 新订 下发"),
    (Stock(self::Stock::Repealed), "废止 废止件数 明令废止 宣布废止 决定废止 予以废止"),
    (Stock(self::Stock::InForce), "现行有效 继续有效 持续有效 保留 有效 现行有效件数 保留有效 现行有效的 目前有效 现行 在用 现行在用 存量 存续 现存 现存有效 现有有效 仍然有效 依然有效 仍有效 继续保留 予以保留 继续施行 继续执行 继续实施 仍在施行 仍在执行 正在施行 正在执行 在有效期内 尚在有效期内 有效总数 有效总数为 有效总量 有效件数 有效件数为 保持有效 效力存续 效力存续的"),
    (OtherDeed, "备案 备案审查 清理 修订 修改 失效 宣布失效 审查 审核 评估 起草 解读 合法性审核 合法性审查 报备 报送备案 梳理 废止和宣布失效 废止或宣布失效 废止、失效 失效、废止 自然失效 废止失效 汇编 后评估 公开征求意见 拟定"),
    (Decision("permits"), "行政许可 行政许可事项 行政许可决定 行政许可处理决定 行政许可案件 许可 行政许可件 行政许可业务 许可事项"),
    (Decision("penalties"), "行政处罚 行政处罚决定 行政处罚案件 行政处罚处理决定 处罚 行政处罚案 处罚案件 行政处罚事项"),
    (Decision("coercion"), "强制 强制决定 强制措施 强制措施决定 强制处理决定 行政强制 行政强制措施 行政强制决定 行政强制执行 行政强制处理决定 行政强制事项"),
    (Decide, "作出 实施 审批 审批办结 做出 下达 核发 处理决定"),
    (Fees, "行政事业性收费 行政事业性收费金额 行政事业性费用"),
    (ProcessingFee, "信息处理费 政府信息公开信息处理费 信息公开处理费 政府信息处理费 信息公开信息处理费 政府信息公开处理费 依申请公开信息处理费 信息处理费用 政府信息公开费用 政府信息公开申请费用 信息公开费用 政府信息公开申请信息处理费"),
    (Charge, "收取 收费 收取费用 征收 缴纳 任何费用 费用"),
    (Publish, "公开 发布 公示 公布 归集 上传 推送 刊发 录入 推出 主动公开 更新 刊登 上网 转发转载 报送 编发 转载 发表 发文 编辑发布 制作发布 挂网"),
    (Published, "信息 政务信息 政府信息 各类信息 动态 主动公开信息 主动公开政府信息 类信息 政策文件 文件 图文 文章 稿件 新闻 公告 政策解读 政策 推文 作品 短视频 视频 工作动态 通知公告 解读材料"),
    (Outlet("website"), "官网 政府网站 门户网站 政府门户网站 政务网站 官方网站 网站 人民政府网站 县政府网 区政府网 市政府网 政府网"),
    (Outlet("wechat"), "微信公众号 微信公众平台 微信 公众号 政务微信 官方微信"),
    (Outlet("weibo"), "微博 政务微博 官方微博 新浪微博"),
    (Outlet("new_media"), "政务新媒体 新媒体"),
    (Outlet("short_video"), "抖音 快手 视频号 短视频平台 今日头条 头条号"),
    (Foreign, "留言 网民留言 网友留言 工单 热线 诉求 咨询 电话咨询 投诉 举报 信访件 信访事项 信访 建议 提案 建议提案 人大建议 政协提案 意见建议 意见 征集意见 舆情 问卷 评论 来信来访 领导信箱 领导信箱来信 县长信箱 市长信箱 区长信箱 局长信箱 镇长信箱 书记信箱 群众来信 群众来电 来电 信箱 网上咨询 群众诉求 问题 人大代表建议 政协委员提案 征询单 征求意见 征集 办事申请 低保申请 救助申请 许可申请 行政许可申请 道路挖掘申请 补贴申请 补助申请 住房申请 审批申请 登记申请 开户申请 公租房申请 保障房申请 落户申请 服务申请 业务 政务服务事项 便民服务 服务事项 行政权力事项 权力事项 权责事项 证照 案例 线索 纠纷 信息公开投诉 投诉举报 来访群众 调解案件 公文 工伤认定申请 仲裁 网络问政 问政 民生事项 电话 检查 培训 会议 听证 审批事项 审批件 事项清单 资料 档案 查阅 行政审批事项 公共服务事项 事项 项目 工程 建议意见 咨询件 群众留言 网民诉求 在线咨询 微信留言 回音壁 12345政务服务便民热线 12345热线 12345工单 12345 代表建议 委员提案 议案 简报 通报 活动 征求意见稿 依申请公开类 主动公开类 依申请类 民事诉讼 刑事诉讼 公益诉讼 行政公益诉讼 民事公益诉讼 转办件 交办件 转送件"),
    (AboutInformation, "政府信息公开 信息公开 因政府信息公开 政务公开"),
    (Scope, "全区 全市 全县 全省 全镇 全州 全旗 全系统 全街道 全乡 全局 全委 本级 区本级 市本级 县本级 政府本级 区政府本级 市政府本级 县政府本级 本机关 各部门 各镇街 各乡镇 各街道 各县区 各区县 各县（区） 区政府办 市政府办 县政府办 区政府办公室 市政府办公室 县政府办公室 市政府办公厅 省政府办公厅 代表区政府 代表市政府 代表县政府 代表省政府 各级行政机关 各行政机关 各单位 直属单位 下属单位 区直部门 市直部门 县直部门 县直各部门 市直各部门 区直各部门 各乡镇和部门 各级各部门 区级部门 市级部门 县级部门 局本级 局机关 委机关 厅机关"),
    (OtherTime, "上年 上年度 去年 上一年 上一年度 近三年 近两年 近五年 近年来 历年 上半年 下半年 第一季度 第二季度 第三季度 第四季度 一季度 二季度 三季度 四季度 前三季度 以来 往年 同期 上年同期 去年同期 五年来 三年来 前年"),
    (ThisYear, "今年以来 今年 本年度 本年 全年 年内 当年"),
    (Future, "下一步 今后 计划于 计划在 计划将 计划明年 力争 拟 将要 明年 下一年度工作 未来 预计"),
    (Accountability, "追究其责任 追究其直接责任 追究其相应责任 责任追究 追究责任 被追究 问责 追责"),
    (Late, "超期 逾期 超时 延期 超期答复 超期未答复 逾期答复 逾期未答复 延期答复 违规 有效投诉"),
];

/// What an organ calls itself.
const ORGAN: &str = "支队 大队 总队 分局 街道 镇里 我队 本队 本机关 本行政机关 本单位 本局 本办 本委 本厅 本镇 本乡 本街道 本部门 本中心 本院 本校 我局 我办 我委 我厅 我镇 我乡 我街道 我单位 我部门 我中心 我院 我校 我机关 我县 我区 我市 我关 本关 本集团 我集团 集团 学校 医院 管委会 镇政府 乡政府 乡里 街道办 市局 县局 区局";
/// The year before, and the year after.
const LAST_YEAR: &str =
    "上年 上年末 上年底 去年底 去年末 上年度 上一年 上一年度 去年 去年度 往年 前一年 前一年度 以前年度";
const NEXT_YEAR: &str = "下年 下年度 下一年 下一年度 下一个年度 次年 次年度 来年 明年 明年度 翌年 新年度";
/// Who went to law or applied for a review; it may be left out.
const PARTY: &str = " 申请人 申请人的 原告 原告的 原告方 上诉人 起诉人 复议申请人 当事人 当事人的";

/// Words made of parts, each of which may be any of several; one that begins with a blank may be left out.
#[rustfmt::skip]
const COMPOUNDS: &[(Word, &[&str])] = &[
    (CarriedIn, &[LAST_YEAR, "结转 转结 转入 转接 转来 接转 接续 留转 结存 遗留 留存 留下 带入 移入 延续 未结 未办结 未办完 未办理完 未答复 未完成 未到期 带来 带过来 接续办理 结转来 结转至今年 结转至本年 结转至本年度 结转到今年 结转到本年 结转到本年度 转入今年 转入本年 转入本年度 转至本年 转至本年度 继续办理 跨年"]),
    (CarriedIn, &["结转 转结 承接 接续 承转 延续", LAST_YEAR]),
    (CarriedIn, &["结转自", LAST_YEAR]),
    (CarriedIn, &["承接", LAST_YEAR, "未办结 未结"]),
    (CarriedOut, &["结转 结转至 结转到 结转入 结转于 转 转入 转至 转到 转结 转结至 转结到 顺延 顺延至 顺延到 延 延至 延到 延续至 延续到 延期至 留待 留到 留至 留转 推迟至 推至 跨入 跨到", NEXT_YEAR]),
    (Stock(self::Stock::InForce), &["现 目前 年末 期末", "仍 仍然 仍在 尚 尚在", "执行 施行 有效 实施 适用 保留", " 的 的有"]),
    (Result("unable.1"), &[ORGAN, "不掌握 未掌握 并不掌握 并未掌握 没有掌握 未制作 未保存 未获取 未制作或获取 未制作或者获取 未制作、获取 不掌握相关信息 不掌握相关政府信息 未掌握相关信息 不掌握该信息 不掌握该政府信息 不掌握所申请信息 不掌握所申请的信息"]),
    (Result("unable.1"), &["没有 未 未能", "制作保存 制作或保存 制作或者保存 制作、保存 制作或获取 制作或者获取 制作、获取"]),
    (Result("refused.4"), &[" 涉及 属于 保护 损害 侵害", "第三方", "合法权益 权益 利益 商业秘密 个人隐私 隐私 商业秘密或个人隐私 商业秘密、个人隐私 商业秘密和个人隐私"]),
    (Result("refused.4"), &["涉及", " 企业 他人", "商业秘密 个人隐私 个人信息"]),
    (Result("unable.1"), &["不由", ORGAN, "制作 保存 掌握 制作或保存 制作或者保存 制作和保存 制作保存 制作、保存"]),
    (Result("declined.1"), &["以申请 以政府信息公开申请 以信息公开申请 以公开申请", "形式 名义 方式 之名 的形式 的名义 的方式", " 提出 进行 反映", "信访 投诉 举报 投诉举报 举报投诉 信访投诉 信访诉求 信访事项 诉求"]),
    (Result("unable.2"), &["需要 需 须", "另行 重新 专门", "制作 加工 汇总 整理 统计 分析 汇总制作 加工制作 汇总加工 加工整理 加工、分析 加工分析 汇总、加工 搜集整理"]),
    (Result("declined.1"), &["属 属于 均属 均属于 系 均系", "信访 投诉 举报 信访举报投诉 投诉举报 信访投诉 信访举报 举报投诉 信访、举报、投诉 信访、投诉、举报 信访、投诉 投诉、举报 信访事项 信访诉求 信访投诉举报", " 类 类申请 类事项"]),
    (Result("unable.1"), &["不属于 不属 非 并非 不是", ORGAN, "掌握 制作 制作或保存 制作或获取 公开 公开范围 负责公开 公开职责 职责 职责范围 职权范围 管辖范围"]),
    (Result("unable.2"), &["没有现成 无现成 非现成", " 的", "信息 政府信息", "需要另行制作 需另行制作 须另行制作 、需要另行制作 ，需要另行制作 需要另行加工 需另行加工"]),
    (Ending(self::Ending::Upheld), &["驳回 判决驳回 裁定驳回 决定驳回", PARTY, "复议申请 行政复议申请 复议请求 行政复议请求 诉讼请求 全部诉讼请求 起诉 上诉 请求 全部请求"]),
    (Ending(self::Ending::Upheld), &["支持", ORGAN, " 答复 的答复 主张 的主张 决定 的决定"]),
    (Ending(self::Ending::Upheld), &["得到 获 获得", "复议机关 复议机构 上级机关 法院 人民法院 市政府 县政府 区政府", " 的", "支持 维持"]),
    (Ending(self::Ending::Upheld), &["维持 决定维持 判决维持", "原决定 原答复 原行政行为 原具体行政行为 原告知 原判 一审判决 一审裁定 我局答复 我办答复 答复"]),
    (Ending(self::Ending::Corrected), &["撤销 被撤销 决定撤销 判决撤销", "原答复 答复 答复书 告知书 原告知 原告知书 原行政行为 行政行为 原决定 并责令重作 重作 我局答复 我办答复"]),
    (Ending(self::Ending::Corrected), &["责令 判令 被责令", "答复 重新答复 重新作出答复 重新作出 重新处理 重作 履行 履行职责 限期履行 限期答复 公开"]),
    (Ending(self::Ending::Corrected), &["判决 责令 判令", ORGAN, "重新答复 重新作出答复 重新作出 重新处理 重作 履行职责 限期答复"]),
    (Ending(self::Ending::Corrected), &["判决", "重新答复 重新作出答复 重新处理 重作 限期答复 履行职责"]),
    (Ending(self::Ending::Corrected), &["确认 被确认 判决确认 决定确认", " 答复 行为 行政行为", "违法 无效"]),
    (Ending(self::Ending::Other), &[PARTY, "撤回 主动撤回 自愿撤回 自行撤回 撤销 主动撤销 自愿撤销", "复议申请 行政复议申请 复议 行政复议 起诉 诉讼 行政诉讼 上诉 诉讼请求"]),
    (Ending(self::Ending::Other), &["准予 准许 裁定准予 裁定准许", " 原告 申请人", "撤诉 撤回起诉 撤回复议申请"]),
    (Ending(self::Ending::Pending), &["未 尚未 还未 暂未 仍未 没有 还没有 尚没有 暂无", "审结 结案 宣判 判决 裁决 裁定 作出决定 作出判决 作出裁决 作出结果 审理完毕 审理终结 审理结束 拿到决定书 收到决定书 收到判决书 收到裁定书 收到复议决定 收到复议决定书 收到判决 出具结果 有结果 开庭"]),
    (Ending(self::Ending::Pending), &["正在 尚在 仍在 还在", "审理 审理中 审理过程中 审查 审查中 复议 复议中 诉讼 诉讼中"]),
    (Ending(self::Ending::Pending), &["待 等待 有待", "决 判 判决 审结 裁决 裁定 决定 宣判 审理 开庭"]),
];

/// The words by their first character, in alphabetical order.
static WORDS: LazyLock<HashMap<char, Vec<(String, Word)>>> = LazyLock::new(|| {
    let mut words: HashMap<char, Vec<(String, Word)>> = HashMap::new();
    let mut add = |text: String, word| {
        if let Some(first) = text.chars().next() {
            words.entry(first).or_default().push((text, word));
        }
    };
    for &(word, texts) in LEXICON {
        texts.split(' ').for_each(|text| add(text.to_owned(), word));
    }
    for (word, parts) in COMPOUNDS {
        let mut wholes = vec![String::new()];
        for part in *parts {
            wholes = wholes.iter().flat_map(|whole| part.split(' ').map(move |end| format!("{whole}{end}"))).collect();
        }
        wholes.into_iter().for_each(|whole| add(whole, *word));
    }
    words.values_mut().for_each(|words| words.sort_unstable_by(|one, other| one.0.cmp(&other.0)));
    words
});

/// The longest word that begins at a place: its byte length and what it does.
pub fn longest(text: &str) -> Option<(usize, Word)> {
    let words = WORDS.get(&text.chars().next()?)?;
    let mut begun = text;
    loop {
        // The last word up to what is begun: it is there whole, or no word is that goes on beyond what both share.
        let last = words.partition_point(|(word, _)| word.as_str() <= begun).checked_sub(1)?;
        let (word, does) = words.get(last)?;
        match begun.strip_prefix(word.as_str()) {
            Some(_) if !is_cut_short(word, text) => return Some((word.len(), *does)),
            Some(_) => begun = &word[..word.char_indices().next_back()?.0],
            None => begun = &begun[..shared(word, begun)],
        }
    }
}

/// How many bytes two texts begin with alike.
fn shared(one: &str, other: &str) -> usize {
    let alike = one.chars().zip(other.chars()).take_while(|(one, other)| one == other);
    alike.map(|(c, _)| c.len_utf8()).sum()
}

/// 均未经复议直接起诉 negates nothing, 未结转 leaves no suit pending, 按结果分为五类 tells its parts.
fn is_cut_short(word: &str, text: &str) -> bool {
    // 与上年结转的2件一并办理 compares nothing.
    let compared = text.strip_prefix(['与', '较', '比']).and_then(longest);
    if compared.is_some_and(|(length, next)| next == CarriedIn && length + '与'.len_utf8() > word.len()) {
        return true;
    }
    let goes_on = [("未", "经复议"), ("未结", "转"), ("在办", "结"), ("分", "为")];
    goes_on.iter().any(|(end, next)| word.ends_with(end) && text[word.len()..].starts_with(next))
}

/// What 依申请公开 may be followed by and still be the application itself: 依申请公开办理事项.
const NOUN_TAILS: &str = "事项 业务 诉求 事务 信件 来信 来件 案件 办件 件 工单";

/// The length of what goes on naming the application after its noun, 0 if nothing does.
pub fn noun_tail(text: &str) -> usize {
    let words = ["办理", "受理", "相关", "有关", "类"];
    let link = words.iter().find(|word| text.starts_with(**word)).map_or(0, |word| word.len());
    let rest = &text[link..];
    let tail = NOUN_TAILS.split(' ').find(|tail| rest.starts_with(*tail));
    tail.map_or(0, |tail| link + tail.len())
}

/// The channels that a text names.
pub fn channels(text: &str) -> impl Iterator<Item = self::Channel> {
    text.char_indices().filter_map(|(at, _)| match longest(text.get(at..)?)? {
        (_, Channel(channel)) => Some(channel),
        _ => None,
    })
}

/// Whether a text names who applied.
pub fn names_applicant(text: &str) -> bool {
    text.char_indices().filter_map(|(at, _)| longest(text.get(at..)?)).any(|(_, word)| matches!(word, Applicant(_)))
}

/// Whether words name a place where applications are handed in.
pub fn is_platform(words: &str) -> bool {
    ["系统", "平台", "邮箱", "信箱", "栏目", "专栏"].iter().any(|place| words.ends_with(place))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_word_stands_twice() {
        let mut seen = std::collections::HashSet::new();
        let twice = WORDS.values().flatten().map(|(text, _)| text.as_str()).filter(|text| !seen.insert(*text));
        assert_eq!(twice.collect::<Vec<_>>(), [""; 0]);
    }

    #[test]
    fn every_word_is_found() {
        for (text, word) in WORDS.values().flatten() {
            assert_eq!(longest(text), Some((text.len(), *word)), "{text}");
        }
        assert_eq!(longest("不属于我局的职责"), None);
        assert_eq!(longest("未结转").map(|w| w.1), Some(Not));
    }

    #[test]
    fn the_longest_word_wins() {
        assert_eq!(longest("未经复议直接起诉2件").map(|w| w.1), Some(Dispute(super::Dispute::Direct)));
        assert_eq!(longest("均未经复议直接起诉").map(|w| w.1), Some(All));
        assert_eq!(longest("无法提供").map(|w| w.1), Some(Result("unable")));
        assert_eq!(longest("今年以来").map(|w| w.1), Some(ThisYear));
    }
}
