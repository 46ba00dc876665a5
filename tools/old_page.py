"""A page as it was built around the year 2000: tables for its layout, paragraphs ended by <br><br>, no names. For test/bench/reduced.py.

Boxes become tables of one cell, headings <font> or bold, lists lines, captions small print; classes, ids, scripts and declarations in
<head> other than <title> are gone. Which of these forms a page takes depends on its id: what the words are, and their order, stays.
"""
import html
import html.parser
import zlib

BOXES = set('article aside details dialog div fieldset figure footer form header main nav section'.split())
HIDDEN = set('iframe noscript object script style svg template textarea head'.split())
TABLES = set('table tbody td tfoot th thead tr caption'.split())
INLINE = set('a b strong em i u sub sup blockquote pre center'.split())
HEADINGS = set('h1 h2 h3 h4 h5 h6'.split())
OPEN_BOX, CLOSE_BOX = '<table border="0" width="100%"><tr><td valign="top">\n', '</td></tr></table>\n'


class Old(html.parser.HTMLParser):
    def __init__(self, seed):
        super().__init__(convert_charrefs=True)
        self.out, self.hidden, self.title, self.in_title, self.boxes = [], [], [], False, []
        self.keeps_headings = seed % 3 == 0      # of three such pages, one uses <h1>
        self.keeps_lists = seed // 3 % 2 == 0
        self.paragraph = ('<p>', '') if seed // 6 % 4 == 0 else ('', '<br><br>\n')

    def handle_starttag(self, tag, attrs):
        if self.hidden[-1:] == ['svg'] and (tag in BOXES or tag in HEADINGS or tag == 'p'):   # a drawing that nobody closed
            self.hidden.pop()
        if tag == 'title' and not self.title:
            self.in_title = True
        elif tag == 'body':
            self.hidden = []
        elif tag in HIDDEN:
            self.hidden.append(tag)
        elif not self.hidden:
            self.out.append(self.opening(tag, dict(attrs)))

    def opening(self, tag, attrs):
        if tag in BOXES:
            self.boxes.append(tag)
            return OPEN_BOX
        if tag in HEADINGS:
            return f'<{tag}>' if self.keeps_headings else f'<font size="{6 - int(tag[1]) // 2}"><b>'
        if tag in ('p', 'figcaption'):
            return self.paragraph[0] if tag == 'p' else '<font size="1">'
        if tag in ('ul', 'ol', 'li'):
            return f'<{tag}>' if self.keeps_lists else '&#8226; ' if tag == 'li' else ''
        if tag == 'a':
            return f'<a href="{html.escape(attrs.get("href") or "#")}">'
        if tag == 'img':
            return f'<img src="{html.escape(attrs.get("src") or "")}" alt="{html.escape(attrs.get("alt") or "")}">'
        return f'<{tag}>' if tag in TABLES or tag in INLINE or tag in ('br', 'hr') else ''

    def handle_endtag(self, tag):
        if tag == 'title':
            self.in_title = False
        elif tag in self.hidden:
            while self.hidden.pop() != tag:
                pass
        elif not self.hidden:
            self.out.append(self.closing(tag))

    def closing(self, tag):
        if tag in BOXES and self.boxes:
            self.boxes.pop()
            return CLOSE_BOX
        if tag in HEADINGS:
            return f'</{tag}>\n' if self.keeps_headings else '</b></font><br><br>\n'
        if tag in ('p', 'figcaption'):
            return self.paragraph[1] if tag == 'p' else '</font><br>\n'
        if tag in ('ul', 'ol', 'li'):
            return f'</{tag}>\n' if self.keeps_lists else '<br>\n'
        return f'</{tag}>' if tag == 'a' or tag in TABLES or tag in INLINE else ''

    def handle_data(self, data):
        if self.in_title:
            self.title.append(data)
        elif not self.hidden:
            self.out.append(html.escape(data, quote=False))


def old(text, page_id, lang):
    """text: the page, decoded. Returns the page as UTF-8."""
    reader = Old(zlib.crc32(page_id.encode()))
    reader.feed(text)
    reader.close()
    return (f'<html lang="{lang}"><head><title>{html.escape("".join(reader.title))}</title></head>\n<body bgcolor="#ffffff">'
            f'{"".join(reader.out)}{CLOSE_BOX * len(reader.boxes)}</body></html>\n').encode()
