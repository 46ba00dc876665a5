# The files of a release agree: META.json follows PGXN's specification (https://pgxn.org/spec/), and
# every file that names the version names the same one.
use strict;
use warnings;
use JSON::PP ();
use Test::More;

sub content
{
	my ($path) = @_;
	open(my $file, '<:encoding(UTF-8)', $path) or die "$path: $!";
	local $/;
	return scalar <$file>;
}

my $semver = qr/\A(?:0|[1-9]\d*)\.(?:0|[1-9]\d*)\.(?:0|[1-9]\d*)(?:-[A-Za-z][-0-9A-Za-z]*)?\z/;
my $term = qr{\A[^\s/\\[:cntrl:]]{2,}\z};
my $address = qr{\Ahttps?://[^\s/]+(?:/\S*)?\z};
my $mailbox = qr{[^@\s<>]+@[^@\s<>]+};

# Every rule of the specification that this META.json breaks.
sub complaints
{
	my ($meta) = @_;
	my @wrong;
	my $check = sub { my ($what, $holds) = @_; push @wrong, $what unless $holds; };
	my %known = map { $_ => 1 } qw(name version abstract maintainer license provides meta-spec description
	  generated_by tags no_index prereqs release_status resources);

	$check->("unknown key $_", $known{$_} || /\A[xX]_/) for sort keys %$meta;
	$check->('name', ($meta->{name} // '') =~ $term);
	$check->('version', ($meta->{version} // '') =~ $semver);
	$check->('abstract', length($meta->{abstract} // ''));
	my $maintainers = ref $meta->{maintainer} ? $meta->{maintainer} : [ $meta->{maintainer} // '' ];
	$check->('maintainer: a name and an address', @$maintainers && !grep({ !/\A\S.* <$mailbox>\z/ } @$maintainers));
	$check->('license: names and addresses', ref $meta->{license} eq 'HASH' && %{ $meta->{license} } && !grep({ !/$address/ } values %{ $meta->{license} }));
	$check->('provides', ref $meta->{provides} eq 'HASH' && %{ $meta->{provides} });
	for my $name (sort keys %{ $meta->{provides} })
	{
		my $extension = $meta->{provides}{$name};
		$check->("provides $name: version", ($extension->{version} // '') =~ $semver);
		$check->("provides $name: $_", -f ($extension->{$_} // '')) for qw(file docfile);
	}
	$check->('meta-spec', ($meta->{'meta-spec'}{version} // '') =~ /\A1\.0\.\d+\z/);
	$check->('release_status', ($meta->{release_status} // 'stable') =~ /\A(?:stable|testing|unstable)\z/);
	$check->('tags', ref $meta->{tags} eq 'ARRAY' && !grep({ length($_) > 255 || m{[/\\[:cntrl:]]} } @{ $meta->{tags} }));
	for my $phase (sort keys %{ $meta->{prereqs} })
	{
		$check->("prereqs: phase $phase", $phase =~ /\A(?:configure|build|test|runtime|develop)\z/);
		for my $relation (sort keys %{ $meta->{prereqs}{$phase} })
		{
			$check->("prereqs: relation $relation", $relation =~ /\A(?:requires|recommends|suggests|conflicts)\z/);
			$check->("prereqs: version $_", $_ eq '0' || $_ =~ $semver) for values %{ $meta->{prereqs}{$phase}{$relation} };
		}
	}
	my $resources = $meta->{resources} || {};
	$check->('resources: homepage', ($resources->{homepage} // '') =~ $address);
	$check->('resources: bugtracker', ($resources->{bugtracker}{web} // '') =~ $address);
	$check->('resources: bugtracker by mail', ($resources->{bugtracker}{mailto} // '') =~ /\A$mailbox\z/);
	$check->('resources: repository', ($resources->{repository}{url} // '') =~ $address && ($resources->{repository}{type} // '') =~ /\A[a-z]+\z/);
	return @wrong;
}

my $meta = JSON::PP->new->decode(content('META.json'));
is_deeply([ complaints($meta) ], [], 'META.json is valid');
is_deeply([ complaints({ %$meta, version => '0.3' }) ], ['version'], 'a version of two parts would be told');
is_deeply([ complaints({ %$meta, maintainer => 'somebody' }) ], ['maintainer: a name and an address'],
	'a maintainer without an address would be told');

my ($version) = content('article.control') =~ /^default_version = '(.*)'/m;
is($meta->{version}, $version, 'META.json names the version of article.control');
is($meta->{provides}{article}{version}, $version, 'and so does what it provides');
is($meta->{provides}{article}{file}, "sql/article--$version.sql", 'its script is the one of that version');
like(content('debian/changelog'), qr/\Aarticle \(\Q$version\E-\d+\) /, 'debian/changelog names it');
like(content('CHANGELOG.md'), qr/\A# Changes\n\n## \Q$version\E\b/, 'CHANGELOG.md begins with it');
like(content('src/base/version.h'), qr/"\Q$version\E"/, 'the library names it');
ok(-f "sql/article--$version.sql", 'its script exists');

# A warning of a newer compiler must not stop a user's build: -Werror is for CI alone.
for my $make ([qw(make -n -B all)], [qw(make -n -B -f tools/core.mk tests)], [qw(make -n -B -C test/fuzz all)])
{
	delete local @ENV{qw(WERROR MAKEFLAGS MAKELEVEL)};
	my ($usual, $strict) = map { join '', readpipe("@$make with_llvm=no $_ 2>&1") } '', 'WERROR=-Werror';
	like($strict, qr/ -Werror /, "@$make WERROR=-Werror: warnings are errors");
	unlike($usual, qr/ -Werror /, "@$make: they are not");
}

# Addresses of a project that is not public yet are from the domain that is reserved for examples;
# an invented one could belong to somebody.
my ($maintainer) = content('debian/control.in') =~ /^Maintainer: (.*)$/m;
is($maintainer, $meta->{maintainer}, 'Debian and PGXN name the same maintainer');

done_testing();
