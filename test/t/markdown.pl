# What article_markdown makes of hostile pages, in the renderers that people use (test/markdown): nothing comes alive.
# Needs node, and the renderers of npm in $ARTICLE_NODE_MODULES (test/markdown/package.json names them); cmark and cmark-gfm
# take part where they are. $ARTICLE_MARKDOWN_PAGES pages, from $ARTICLE_MARKDOWN_FIRST on: any number is another page.
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
is($built, 0, 'the core is built');
my ($status, $output) = run('', $node, 'test/markdown/check.mjs', $modules, '--first', $first, '--pages', $pages);
my %found = $output =~ /^(\S+): \d+ pages, (\d+) live/mg;
cmp_ok(scalar keys %found, '>=', 4, 'renderers took part: ' . join ' ', sort keys %found);
is($found{$_}, 0, "$_: nothing comes alive in $pages pages") for sort keys %found;
is($status, 0, 'the check ends well') or diag(substr $output, 0, 4000);

# The check can tell: the pages themselves, in place of what is made of them, are alive in every renderer.
($status, $output) = run('', $node, 'test/markdown/check.mjs', $modules, '--first', $first, '--pages', 20, '--raw');
my @dead = grep { /, 0 live/ } $output =~ /^(\S+: \d+ pages, \d+ live)/mg;
is("@dead", '', 'the text of the pages as it is comes alive');

done_testing();
