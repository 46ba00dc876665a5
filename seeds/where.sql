/*
 * where.sql
 *	  Sets seeds to the folder that this file stands in, unless it is set:  \ir where.sql
 *
 * psql does not tell a script where it stands, but holds it open while it runs: the system knows (/proc on Linux, else lsof).
 */
\if :{?seeds}
\else
\set seeds `{ ls -l /proc/$PPID/fd | sed -n 's|.* -> \(.*\)/where\.sql$|\1|p'; lsof -p $PPID -Fn | sed -n 's|^n\(.*\)/where\.sql$|\1|p'; echo seeds; } 2> /dev/null | head -n 1`
\endif
