/*
 * adornment_list.h
 *	  Words at the beginning or end of the file names of icons, logos and placeholders, sorted:
 *	  ADORNMENT(word).
 *
 * Source: written for this project from the conventions of content management systems and
 * lazy-loading scripts.  No #include guard: this file is a table.
 */
ADORNMENT("1x1")
ADORNMENT("arrow")
ADORNMENT("avatar")
ADORNMENT("blank")
ADORNMENT("bullet")
ADORNMENT("button")
ADORNMENT("clear")
ADORNMENT("default")
ADORNMENT("emoji")
ADORNMENT("favicon")
ADORNMENT("grey")
ADORNMENT("icon")
ADORNMENT("loader")
ADORNMENT("loading")
ADORNMENT("logo")
ADORNMENT("picto")
ADORNMENT("pixel")
ADORNMENT("placeholder")
ADORNMENT("puce")
ADORNMENT("smiley")
ADORNMENT("spacer")
ADORNMENT("sprite")
ADORNMENT("transparent")
