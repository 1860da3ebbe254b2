"""What can be wrong with a host, what to do about it, and which line of docs/deployment.md says so."""

from dataclasses import dataclass
from enum import Enum

UPLOAD = "先放名字里带指纹的文件"
ONE_GO = "build.py deploy-folder"
UNCHANGED = "服务器、代理和 CDN 不要改动网页"


class Group(Enum):
    FILES = "文件"
    EDITION = "版本"
    SENDING = "类型和压缩"
    SAFETY = "安全"
    CACHING = "缓存"
    ADDRESSES = "地址"


class Kind(Enum):
    """A fault: where it belongs, its name, what to do, and words of the line to quote, if one speaks of it."""

    OTHER = (
        Group.FILES,
        "网站上放的是另一个版本",
        "看清要公布的是哪一个，再把它整个发布一次。",
        ONE_GO,
    )
    LINE_ENDS = (Group.FILES, "换行被改过", "用二进制方式重新上传：FTP 的文本方式（ASCII）会改换行。", UNCHANGED)
    MARKED = (
        Group.FILES,
        "文件开头多了 BOM（三个看不见的字节）",
        "重新上传 site/ 里的文件，不要用编辑器打开再保存。",
        UNCHANGED,
    )
    RENAMED = (
        Group.FILES,
        "文件名的大小写变了",
        "照 site/ 里的大小写命名：关掉上传软件里改文件名的选项，再传一次。",
        "",
    )
    ELSEWHERE = (
        Group.FILES,
        "网站放在另一个文件夹里",
        "把 site/ 里面的东西（不是 site/ 这个文件夹）放到这个网址的文件夹里；或者就用那个网址。",
        "原样放到",
    )
    NO_INDEX = (Group.FILES, "文件夹里没有 index.html", "把它放上去，和 site/ 里的一样。", ONE_GO)
    NO_DEFAULT = (
        Group.FILES,
        "打开文件夹的网址，来的不是里面的 index.html",
        "把 index.html 设成默认文档，排在最前面。",
        "index index.html;",
    )
    MISSING = (Group.FILES, "没有这个文件", "把 site/ 里的文件全部放上去。", ONE_GO)
    FAILED = (
        Group.FILES,
        "服务器没有给出文件",
        "看服务器的错误日志：是不是拒绝了这个地址、这种文件名，或者出了错。",
        "",
    )
    CUT = (Group.FILES, "文件不完整", "重新放这个文件；磁盘满了、上传断了，都会这样。", ONE_GO)
    CHANGED = (
        Group.FILES,
        "内容和构建时的不一样",
        "重新放这些文件；还是不一样，就关掉改动网页的功能，并查清是谁改的。",
        UNCHANGED,
    )
    REPLACED = (Group.FILES, "来的不是这个文件，是别的网页", "让这个地址不登录、不认证就能打开，不要跳出提示页。", "")
    UNLIKE_HERE = (
        Group.FILES,
        "网站上的和这里 site/ 里的不一样",
        "这里的是新构建的，就先发布再检查；不是，就查清是谁换了网站上的文件。要查别人的网站，加 --without-site。",
        "",
    )
    EXPOSED = (Group.FILES, "不该公开的文件可以下载", "从网站的文件夹里删掉它：只放 site/ 里面的文件。", "原样放到")
    LISTED = (Group.FILES, "服务器会列出文件夹里有什么", "关掉目录浏览。", "autoindex off;")
    MIXED = (Group.EDITION, "新旧两次构建的网页混在一起", "发布没有做完，再做一次。", UPLOAD)
    NAMED = (Group.EDITION, "网页要用的文件没有", "发布没有做完，或者旧文件删得太早，再做一次。", UPLOAD)
    EDITION = (Group.EDITION, "网页和计算程序不是同一个版本", "发布没有做完，再做一次。", UPLOAD)
    WORKER = (
        Group.EDITION,
        "service_worker.js 和网站不是同一个版本",
        "发布没有做完，再做一次：最后才放 service_worker.js。",
        "最后放 `service_worker.js`",
    )
    TYPE = (Group.SENDING, "文件类型不对", "按部署说明设置文件类型。", "本站的文件类型")
    CHARSET = (Group.SENDING, "字符集不对，应当是 utf-8", "把字符集设成 utf-8。", "charset utf-8;")
    PLAIN = (Group.SENDING, "没有压缩，手机上慢几倍", "打开 gzip 压缩。", "gzip_types")
    VARY = (
        Group.SENDING,
        "压缩了，却没有写 Vary: Accept-Encoding",
        "加上它，免得代理把压缩件给不认识的浏览器。",
        "gzip_vary",
    )
    PACKED_WRONG = (
        Group.SENDING,
        "压缩得不对，浏览器读不出来",
        "服务器和代理只压缩一次，并且说明用的是哪种压缩。",
        "gzip_static",
    )
    UNASKED = (Group.SENDING, "用了浏览器没有要的压缩", "只用浏览器在 Accept-Encoding 里列出的压缩。", "gzip_static")
    HEADER = (Group.SAFETY, "缺少安全头，或者写错了", "按部署说明设置。", "有三样只能由服务器设置")
    FRAME = (
        Group.SAFETY,
        "embed/ 的页面不能嵌入别的网站",
        "放开这里的 frame-ancestors，去掉 X-Frame-Options。",
        "X-Frame-Options",
    )
    POLICY = (
        Group.SAFETY,
        "另加的内容安全策略挡住了页面要用的东西",
        "去掉它：每个页面里已经有一份，更严格。网关、防火墙和 CDN 也会加：在服务器上直接查一次，就知道是谁加的。",
        "每个页面里已经有内容安全策略",
    )
    FOREIGN = (Group.SAFETY, "会向别的网站要东西", "去掉代理或统计插入的代码，重新放这些文件。", UNCHANGED)
    COOKIE = (Group.SAFETY, "服务器给访问者设了 Cookie", "去掉它：隐私页面向访问者保证没有 Cookie。", "")
    HTTP = (Group.SAFETY, "http 的地址没有转到 https", "把 http 的请求都转到 https。", "网站用 https 的")
    STALE = (
        Group.CACHING,
        "浏览器会留着旧的，不来核对",
        "给它设 Cache-Control: no-cache。",
        "每次都要向服务器核对是否更新",
    )
    FORGOTTEN = (
        Group.CACHING,
        "几兆的程序文件每次都要重新核对或下载",
        "名字里带指纹的，让浏览器留一年。",
        "max-age=31536000",
    )
    ERROR_KEPT = (Group.CACHING, "“找不到”会被浏览器留下来", "出错的回答不要加缓存时间。", "这里没有 always")
    SAYS_FOUND = (Group.ADDRESSES, "不存在的地址也说“有”", "找不到的文件要回答 404，不要转到首页。", "error_page 404")
    NO_404_PAGE = (
        Group.ADDRESSES,
        "找不到时，来的不是本站的“没有找到这个页面”",
        "把 404 的页面设成本站的 404.html（IIS 在“错误页”里设）。",
        "error_page 404",
    )
    LEADS_OUT = (
        Group.ADDRESSES,
        "“没有找到这个页面”要的样式不在本站的文件夹里",
        "在 mkdocs.yml 里写上 site_url，重新构建，再发布。",
        "site_url",
    )
    NO_SLASH = (
        Group.ADDRESSES,
        "末尾少一个斜线就打不开，或者转错了地方",
        "让服务器把文件夹的地址转到带斜线的同一个地址。",
        "",
    )
    MOVED = (Group.ADDRESSES, "被转到了别的地址", "让文件在它自己的地址上直接打开。", "")
    ROBOTS = (Group.ADDRESSES, "搜索引擎找不到本站", "robots.txt 要么没有（404），要么允许本站的地址。", "")

    def __init__(self, group: Group, title: str, advice: str, quoted: str) -> None:
        self.group, self.title, self.advice, self.quoted = group, title, advice, quoted


@dataclass(frozen=True)
class Finding:
    """One fault at one address, relative to the site."""

    kind: Kind
    address: str
    detail: str = ""
