"""A page with the markup of its text alone: what clean-up programs, feeds and text editors leave of it. For train_body.py.

Headings, paragraphs, lists, tables, quotations, links and emphasis stay, without attributes (links keep their address); everything
that groups them (div, section, nav, header, form ...) is gone, so that all of them are children of <body>.
"""
import html
import html.parser

KEPT = set('h1 h2 h3 h4 h5 h6 p ul ol li table tr td th blockquote pre'.split())
INLINE = set('a b strong em i br'.split())
GROUPS = set('address article aside body button center dd details dialog dir div dl dt fieldset figcaption figure footer form header hr '
             'html legend main menu nav option section select summary tbody tfoot thead'.split())
HIDDEN = set('head iframe noscript object script style svg template textarea'.split())


class Lean(html.parser.HTMLParser):
    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.out, self.open, self.hidden = [], [], []

    def close_paragraph(self):
        """Ends the paragraph that was opened for text outside of any kept element."""
        if self.open and self.open[-1] == '':
            self.out.append('</p>\n')
            self.open.pop()

    def handle_starttag(self, tag, attrs):
        if tag == 'body':
            self.hidden = []
        if tag in HIDDEN:
            self.hidden.append(tag)
        elif tag in KEPT:
            self.close_paragraph()
            self.out.append(f'<{tag}>')
            self.open.append(tag)
        elif tag in GROUPS:
            self.close_paragraph()
        elif tag in INLINE and not self.hidden:
            href = dict(attrs).get('href') if tag == 'a' else None
            self.begin_text()
            self.out.append(f'<a href="{html.escape(href)}">' if href else f'<{tag}>')

    def handle_endtag(self, tag):
        if tag in self.hidden:
            while self.hidden.pop() != tag:
                pass
        elif tag in KEPT and tag in self.open:
            while True:
                last = self.open.pop()
                self.out.append(f'</{last or "p"}>\n')
                if last == tag:
                    break
        elif tag in GROUPS:
            self.close_paragraph()
        elif tag in INLINE and tag != 'br' and not self.hidden:
            self.out.append(f'</{tag}>')

    def begin_text(self):
        if not self.open:
            self.out.append('<p>')
            self.open.append('')

    def handle_data(self, data):
        if not self.hidden and (data.strip() or self.open):
            self.begin_text()
            self.out.append(html.escape(data, quote=False))


def lean(text, lang):
    """text: the page, decoded. Returns the page as UTF-8."""
    reader = Lean()
    reader.feed(text)
    reader.close()
    return f'<html lang="{lang}"><body>\n{"".join(reader.out)}</body></html>\n'.encode()
