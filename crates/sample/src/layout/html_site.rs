//! A saved web page: the report between the furniture of a government's site.

use super::html_page::{body, escaped};
use super::{Layout, Written};

pub(super) static LAYOUT: Layout = Layout {
    name: "html-site",
    origin: "a page saved from a government's site",
    write: |draft, hand| {
        let report = body(draft, hand).replace("<h1>", "<div class=\"title\">").replace("</h1>", "</div>");
        let (title, agency, year) = (escaped(&draft.title), escaped(&draft.agency), draft.year + 1);
        let metadata = [
            ("名称", title.clone()),
            ("索引号", format!("000000001/{year}-00001")),
            ("发布机构", agency.clone()),
            ("成文日期", format!("{year}-01-20")),
            ("有效性", "有效".to_owned()),
        ];
        let metadata: String = metadata.iter().map(|(k, v)| format!("<tr><td>{k}</td><td>{v}</td></tr>")).collect();
        Written::Html(format!(
            "<!DOCTYPE html>\n<html><head><meta charset=\"utf-8\"><title>{title}_{agency}</title>\n\
             <style>td {{ padding: 2px; }}</style>\n<script>var visits = 2047; document.title = \"<p>7</p>\";</script></head>\n\
             <body><div class=\"top\"><a href=\"#\">设为首页</a> <a href=\"#\">加入收藏</a> <a href=\"#\">无障碍阅读</a></div>\n\
             <ul class=\"nav\"><li><a href=\"#\">首页</a></li><li><a href=\"#\">政务公开</a></li><li><a href=\"#\">政府信息公开年报</a></li><li><a href=\"#\">互动交流</a></li></ul>\n\
             <div class=\"path\">当前位置：<a href=\"#\">首页</a> &gt; <a href=\"#\">政府信息公开</a> &gt; 正文</div>\n\
             <table class=\"metadata\">{metadata}</table>\n\
             <div class=\"tools\">发布时间：{year}-01-22 浏览次数：<span>1386</span>次 字体大小：<a>大</a> <a>中</a> <a>小</a> <a>打印</a></div>\n\
             <div class=\"content\">\n{report}</div>\n\
             <div class=\"share\">扫一扫在手机打开当前页 <a href=\"#\">关闭窗口</a></div>\n\
             <p>上一篇：没有了</p><p>下一篇：没有了</p>\n\
             <div class=\"foot\">主办：{agency} 网站标识码：0000000001 联系电话：0000-6120000</div>\n</body></html>\n"
        ))
    },
};
