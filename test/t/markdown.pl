# The output of article_markdown for hostile pages, in commonly used renderers (test/markdown):
# nothing becomes active.  Needs node, and the renderers of npm in $ARTICLE_NODE_MODULES
# (test/markdown/package.json names them); cmark and cmark-gfm are used if installed.  Tests
# $ARTICLE_MARKDOWN_PAGES pages, from number $ARTICLE_MARKDOWN_FIRST; each number gives another
# page.
use strict;
use warnings;
use Test::More;
use ArticleTest;

my $modules = $ENV{ARTICLE_NODE_MODULES};
my ($node) = grep { -x } map { "$_/node" } split /:/, $ENV{PATH};
plan skip_all => 'no node here' unless $node;
plan skip_all => 'ARTICLE_NODE_MODULES names no folder with the renderers: npm install in test/markdown' unless $modules && -d "$modules/micromark";

my $pages = $ENV{ARTICLE_MARKDOWN_PAGES} || 300;
my $first = $ENV{ARTICLE_MARKDOWN_FIRST} || 0;

my ($built) = run('', 'make', '-s', 'core');
is($built, 0, 'the core builds');
my ($status, $output) = run('', $node, 'test/markdown/check.mjs', $modules, '--first', $first, '--pages', $pages);
my %found = $output =~ /^(\S+): \d+ pages, (\d+) live/mg;
cmp_ok(scalar keys %found, '>=', 4, 'renderers used: ' . join ' ', sort keys %found);
is($found{$_}, 0, "$_: nothing becomes active in $pages pages") for sort keys %found;
is($status, 0, 'the check succeeds') or diag(substr $output, 0, 4000);

# Control: the raw pages, instead of their Markdown, are active in every renderer.
($status, $output) = run('', $node, 'test/markdown/check.mjs', $modules, '--first', $first, '--pages', 20, '--raw');
my @dead = grep { /, 0 live/ } $output =~ /^(\S+: \d+ pages, \d+ live)/mg;
is("@dead", '', 'the raw text of the pages becomes active');

done_testing();
