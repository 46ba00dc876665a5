# PostgreSQL with article, on Debian.
#
#   docker build -t article .                              the newest server that this was tested with
#   docker build -t article --build-arg MAJOR=15 .         another one
#   docker run -e POSTGRES_PASSWORD=secret -p 5432:5432 article
#
# In every new database: CREATE EXTENSION article;
ARG MAJOR=18
FROM postgres:${MAJOR}-bookworm AS build
ARG MAJOR
RUN apt-get update \
	&& apt-get install -y --no-install-recommends gcc libc6-dev make pkg-config libicu-dev libxml2-dev zlib1g-dev \
		postgresql-server-dev-${MAJOR}
COPY . /article
RUN make -C /article -j "$(nproc)" with_llvm=no && make -C /article install with_llvm=no DESTDIR=/built

FROM postgres:${MAJOR}-bookworm
# The image has ICU and zlib for the server; libxml2 comes with it too, and is named to be sure.
RUN apt-get update && apt-get install -y --no-install-recommends libxml2 && rm -rf /var/lib/apt/lists/*
COPY --from=build /built/ /
# The first start of a new data directory makes the extension in the database that it creates.
RUN echo 'CREATE EXTENSION IF NOT EXISTS article;' > /docker-entrypoint-initdb.d/article.sql
