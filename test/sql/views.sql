--
-- Other views of a page: blocks, HTML, Markdown, images, links, dates, metadata, text.
--
SET timezone = 'Europe/Paris';
SET datestyle = 'ISO, DMY';
\pset null (null)
\pset format unaligned

\set html '<!DOCTYPE html><html lang="fr"><head><meta charset="utf-8"><title>Un ponton de bois pour le lac - La Gazette du lac</title><meta property="og:site_name" content="La Gazette du lac"><meta name="DC.creator" content="Anne Dupont"><script type="application/ld+json">{"@type":"NewsArticle","headline":"Un ponton de bois pour le lac","datePublished":"2017-12-28T13:54:00+01:00"}</script></head><body><header><a href="/">La Gazette du lac</a><nav><ul><li><a href="/sports">Sports</a></li><li><a href="/loisirs">Loisirs</a></li></ul></nav></header><main><article><h1>Un ponton de bois pour le lac</h1><p class="auteur">Par Anne Dupont, publié le 28 décembre 2017 à 13h54</p><p>Le conseil municipal a voté <strong>à main levée</strong> la construction d''un <a href="/tag/ponton" onclick="piege()">ponton de bois</a> de quarante mètres au pied de la halle.</p><figure><img src="/img/ponton.jpg" alt="Le lac au matin" onerror="piege()"><figcaption>Le futur emplacement, sous la brume. © Karim Haddad</figcaption></figure><h2>Trois conditions</h2><p>La commune a retenu trois conditions, inscrites dans la délibération adoptée après deux heures de débat :</p><ul><li>aucun pieu dans la roselière, où niche le butor ;</li><li>un éclairage éteint après <em>vingt-deux</em> heures ;</li></ul><blockquote><p>Nous attendions cela depuis vingt ans, a réagi la présidente du club d''aviron, présente dans le public.</p></blockquote><p>Les travaux doivent commencer à l''automne &lt;b&gt; et durer trois mois. <a href="javascript:piege()">Signer la pétition</a> * _soulignés_ # et 1. chiffres.</p><script>piege()</script><p class="also"><strong>Lire aussi :</strong> <a href="les-cygnes-reviennent-au-port.html">Les cygnes reviennent au port</a></p></article></main><footer><p>© La Gazette du lac</p></footer></body></html>'
\set url 'https://www.gazette-du-lac.example/vie/un-ponton.html'

-- every block of the page, in order: its kind, whether it was kept, and why
SELECT position, kind, kept, left(text, 40) AS text FROM article_blocks(:'html');
SELECT count(*) FILTER (WHERE score NOT BETWEEN 0 AND 1) AS bad_scores, count(*) FILTER (WHERE reason IS NULL OR reason = '') AS without_reason FROM article_blocks(:'html');
SELECT string_agg(text, E'\n\n' ORDER BY position) = (parse_article(:'html')).body AS kept_blocks_are_the_body FROM article_blocks(:'html') WHERE kept;

-- clean HTML
SELECT article_html(:'html', :'url');
SELECT article_html(:'html', :'url') !~* 'script|onclick|onerror|javascript:|style=|class=' AS safe;

-- CommonMark
SELECT article_markdown(:'html', :'url');

-- text that looks like Markdown is rendered as text by every renderer
\set hostile 'On tape <kbd>a</kbd><code>b`[y](javascript:z) &lt;img&gt;</code>, 2 * 3, ![x](y), www.a.fr, https://b.fr/`c`, d@e.fr &&#1;lt;b&gt;<br>&#1;# f<br>1<q>. g</q><br>|--|<br>'
SELECT substring(article_markdown(replace(:'html', 'Les travaux', :'hostile' || 'Les travaux'), :'url') FROM 'On tape.*Les travaux') AS article_markdown;

-- images
SELECT * FROM article_images(:'html', :'url');

-- links, and where they are on the page
SELECT * FROM article_links(:'html', :'url');

-- dates
SELECT instant, precision, role, source, raw FROM article_dates(:'html', '2017-12-31 12:00+01', 'Europe/Paris');
SELECT instant, precision, role, raw FROM article_dates('<p class="date">Dernière mise à jour à 13h54 le 29/12</p>', '2017-12-29 18:00+01');

-- metadata
SELECT jsonb_pretty(article_metadata(:'html'));
SELECT article_metadata('<p>Rien.</p>'), article_metadata('');

-- all the text of any page
SELECT html_text(:'html');
SELECT html_text('<table><tr><td>un</td><td>deux</td></tr><tr><td>trois</td></tr></table><p>quatre<br>cinq</p>six<script>sept</script>');
SELECT html_text('Rien que du texte, <b>ou presque</b>.'), html_text('');

-- bytes instead of text
SELECT html_text(convert_to('<meta charset=latin1><p>Été à Nîmes</p>', 'LATIN1')),
       html_text(convert_to('<p>Été à Nîmes</p>', 'LATIN1'), 'text/html; charset=latin1');

-- the HTML is well-formed, whatever the page contains: void elements closed, values quoted, no
-- character that XML forbids
SELECT article_html('<h1>Le ponton</h1><p>Le conseil a voté la construction du ponton,<br>dit-on, et le maire, qui s''y connaît, s''en félicite.</p>'
    || '<p>Un &#1;&#xFFFE;&#128;&nbsp;<abbr title=''"HLM" < & &#13;>'' onclick=x title=y "=z>HLM</abbr> <!-- a -- b --> a été <a href=/a href=/b lang=fr lang=de>voté</a> hier, a dit le maire.</p>'
    || '<figure><img src=/p.jpg src=/q.jpg alt=''Le "pont"'' width=640></figure><p>Il faisait beau, ce jour-là, et les travaux doivent commencer à l''automne.</p>',
    'https://www.gazette-du-lac.example/vie/ponton.html');
-- a body that the page declares in JSON-LD and shows only in part: every view has it, as text
\set declared '<html lang="fr"><head><title>Un ponton de bois pour le lac</title><script type="application/ld+json">{"@type":"NewsArticle","headline":"Un ponton de bois pour le lac","articleBody":"Le conseil municipal a voté hier soir la construction d''un ponton de bois de quarante mètres au pied de la halle.\nLes travaux doivent commencer à l''automne, une fois les cygnes partis, et durer trois mois ; *aucun* pieu ne sera planté si 3 < 4 &amp; dans la roselière.\n« Nous attendions cela depuis vingt ans », a réagi la présidente du club d''aviron, venue assister au débat avec une vingtaine de rameurs.\nLa commune a retenu trois conditions, inscrites dans la délibération adoptée après deux heures de débat."}</script></head><body><nav><a href="/sports">Sports</a></nav><article><h1>Un ponton de bois pour le lac</h1><p>Le conseil municipal a voté hier soir la construction d''un ponton de bois de quarante mètres au pied de la halle.</p></article><p>Abonnez-vous pour lire la suite.</p></body></html>'
SELECT article_html(:'declared');
SELECT article_markdown(:'declared');
SELECT position, kind, kept, reason, left(text, 40) AS text FROM article_blocks(:'declared') WHERE kept OR reason LIKE '%declares%';
SELECT string_agg(text, E'\n\n' ORDER BY position) = (parse_article(:'declared')).body AS kept_blocks_are_the_body FROM article_blocks(:'declared') WHERE kept;
SELECT bool_and(position(paragraph IN explanation) > 0) AS explained
  FROM article_explain(:'declared') AS explanation, unnest(ARRAY['Nous attendions cela', 'La commune a retenu', 'declared by the page']) AS paragraph;
-- code marked up by a syntax highlighter, hidden words, cells with line breaks, permalink marks
\set code '<h2>Le code<a class="headerlink" href="#code">¶</a></h2><p>Le conseil a voté la construction d''un ponton<span hidden> et le fichier caché</span> au pied de la halle, dit-on, et le maire s''en félicite :</p><pre>\n<span>from</span> <span>pont</span> <span>import</span> <span>pile</span>\n\n\t<span>pile</span>(4)</pre><p>Les travaux doivent commencer à l''automne, une fois les cygnes partis, dit-on, et durer trois mois : on s''en réjouit au conseil.</p>'
SELECT html_text(:'code' || '<table><tr><th>Montant<br>(en k€)<th>Poste<tr><td>1 200<td>Piles</table>');
SELECT article_html(:'code');
SELECT article_markdown(:'code');
SELECT kind, text FROM article_blocks(:'code');

-- what a browser does not show: hidden by attribute, by style, by the page's own style sheets;
-- closed dialogs and folds
SELECT html_text('<style>.pub { display: none } @media print { p { display: none } }</style>
<p>un<p hidden>x<p class=pub>x<p style="visibility: hidden">x<p aria-hidden=true>deux
<dialog>x</dialog><dialog open>trois</dialog><details><summary>quatre</summary>x</details><details open><p>cinq</details>');
