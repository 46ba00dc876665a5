/*
 * magic_list.h
 *	  How files begin that are not pages: MAGIC(offset, bytes, mask, name), where mask has an M for
 *	  each byte that must match and a dot for one that may be anything.
 *
 * Sources: WHATWG MIME Sniffing Standard, 6.1 to 6.4 and 7.1; names from the IANA registry of media
 * types; file formats that are not in the Standard from their own specifications. Letters alone
 * begin many a text, so each row has a byte, or a sequence of bytes, that no text begins with. No
 * include guard: this file is a table.
 */
/* images */
MAGIC(0, "\x89PNG\r\n\x1A\n", "MMMMMMMM", "image/png")
MAGIC(0, "\xFF\xD8\xFF", "MMM", "image/jpeg")
MAGIC(0, "GIF87a", "MMMMMM", "image/gif")
MAGIC(0, "GIF89a", "MMMMMM", "image/gif")
MAGIC(0, "RIFF....WEBPVP", "MMMM....MMMMMM", "image/webp")
MAGIC(0, "BM....\0\0\0\0", "MM....MMMM", "image/bmp")
MAGIC(0, "\0\0\1\0", "MMMM", "image/x-icon")
MAGIC(0, "\0\0\2\0", "MMMM", "image/x-icon")
MAGIC(0, "II*\0", "MMMM", "image/tiff")
MAGIC(0, "MM\0*", "MMMM", "image/tiff")
MAGIC(0, "\0\0..ftypavif", "MM..MMMMMMMM", "image/avif")
MAGIC(0, "\0\0..ftypheic", "MM..MMMMMMMM", "image/heic")
MAGIC(0, "\0\0..ftypmif1", "MM..MMMMMMMM", "image/heif")
MAGIC(0, "\xFF\x0A", "MM", "image/jxl")
MAGIC(0, "\0\0\0\x0CJXL \r\n\x87\n", "MMMMMMMMMMMM", "image/jxl")
MAGIC(0, "\0\0\0\x0CjP  \r\n\x87\n", "MMMMMMMMMMMM", "image/jp2")
MAGIC(0, "8BPS\0\1", "MMMMMM", "image/vnd.adobe.photoshop")
MAGIC(0, "AT&TFORM", "MMMMMMMM", "image/vnd.djvu")
/* audio and video */
MAGIC(0, "FORM....AIFF", "MMMM....MMMM", "audio/aiff")
MAGIC(0, "ID3\2", "MMMM", "audio/mpeg")
MAGIC(0, "ID3\3", "MMMM", "audio/mpeg")
MAGIC(0, "ID3\4", "MMMM", "audio/mpeg")
MAGIC(0, "\xFF\xFB", "MM", "audio/mpeg")
MAGIC(0, "\xFF\xF3", "MM", "audio/mpeg")
MAGIC(0, "OggS\0", "MMMMM", "application/ogg")
MAGIC(0, "MThd\0\0\0\6", "MMMMMMMM", "audio/midi")
MAGIC(0, "RIFF....AVI ", "MMMM....MMMM", "video/avi")
MAGIC(0, "RIFF....WAVE", "MMMM....MMMM", "audio/wave")
MAGIC(0, "fLaC\0", "MMMMM", "audio/flac")
MAGIC(0, ".snd\0", "MMMMM", "audio/basic")
MAGIC(0, "\0\0..ftyp", "MM..MMMM", "video/mp4")
MAGIC(0, "\x1A\x45\xDF\xA3", "MMMM", "video/webm")
MAGIC(0, "FLV\1", "MMMM", "video/x-flv")
MAGIC(0, "\0\0\1\xBA", "MMMM", "video/mpeg")
/* fonts */
MAGIC(0, "wOFF\0\1\0\0", "MMMMMMMM", "font/woff")
MAGIC(0, "wOFFOTTO", "MMMMMMMM", "font/woff")
MAGIC(0, "wOFFtrue", "MMMMMMMM", "font/woff")
MAGIC(0, "wOF2\0\1\0\0", "MMMMMMMM", "font/woff2")
MAGIC(0, "wOF2OTTO", "MMMMMMMM", "font/woff2")
MAGIC(0, "wOF2true", "MMMMMMMM", "font/woff2")
MAGIC(0, "\0\1\0\0", "MMMM", "font/ttf")
MAGIC(0, "OTTO\0", "MMMMM", "font/otf")
MAGIC(0, "ttcf\0", "MMMMM", "font/collection")
/* documents */
MAGIC(0, "%PDF-", "MMMMM", "application/pdf")
MAGIC(0, "%!PS-Adobe-", "MMMMMMMMMMM", "application/postscript")
MAGIC(0, "{\\rtf", "MMMMM", "application/rtf")
MAGIC(0, "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", "MMMMMMMM", "application/x-ole-storage")
/* archives and compression */
MAGIC(0, "PK\3\4", "MMMM", "application/zip")
MAGIC(0, "PK\5\6", "MMMM", "application/zip")
MAGIC(0, "Rar!\x1A\7", "MMMMMM", "application/vnd.rar")
MAGIC(0, "7z\xBC\xAF\x27\x1C", "MMMMMM", "application/x-7z-compressed")
MAGIC(0, "BZh.1AY&SY", "MMM.MMMMMM", "application/x-bzip2")
MAGIC(0, "\xFD" "7zXZ\0", "MMMMMM", "application/x-xz")
MAGIC(0, "\x28\xB5\x2F\xFD", "MMMM", "application/zstd")
MAGIC(0, "\x04\x22\x4D\x18", "MMMM", "application/x-lz4")
MAGIC(0, "\x1F\x9D", "MM", "application/x-compress")
MAGIC(0, "\x1F\x8B", "MM", "gzip")
MAGIC(257, "ustar", "MMMMM", "application/x-tar")
/* programs and data */
MAGIC(0, "\x7F" "ELF", "MMMM", "application/x-elf")
MAGIC(0, "MZ\x90\0", "MMMM", "application/vnd.microsoft.portable-executable")
MAGIC(0, "\xCA\xFE\xBA\xBE", "MMMM", "application/java-vm")
MAGIC(0, "\0asm", "MMMM", "application/wasm")
MAGIC(0, "SQLite format 3\0", "MMMMMMMMMMMMMMMM", "application/vnd.sqlite3")
MAGIC(0, "CWS\x06", "MMMM", "application/vnd.adobe.flash.movie")
MAGIC(0, "CWS\x08", "MMMM", "application/vnd.adobe.flash.movie")
MAGIC(0, "CWS\x0A", "MMMM", "application/vnd.adobe.flash.movie")
MAGIC(0, "FWS\x06", "MMMM", "application/vnd.adobe.flash.movie")
MAGIC(0, "FWS\x08", "MMMM", "application/vnd.adobe.flash.movie")
