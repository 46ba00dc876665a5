/*
 * address_list.h
 *	  The attributes that hold an address, sorted: ADDRESS(name, kind). Source: WHATWG HTML, the
 *	  index of attributes ("valid URL potentially surrounded by spaces", srcset), and SVG's
 *	  xlink:href. No #include guard: this file is a table.
 */
ADDRESS("action", XML_ADDRESS)
ADDRESS("background", XML_ADDRESS)
ADDRESS("cite", XML_ADDRESS)
ADDRESS("data", XML_ADDRESS)
ADDRESS("formaction", XML_ADDRESS)
ADDRESS("href", XML_ADDRESS)
ADDRESS("imagesrcset", XML_ADDRESSES)
ADDRESS("itemid", XML_ADDRESS)
ADDRESS("longdesc", XML_ADDRESS)
ADDRESS("manifest", XML_ADDRESS)
ADDRESS("poster", XML_ADDRESS)
ADDRESS("src", XML_ADDRESS)
ADDRESS("srcset", XML_ADDRESSES)
ADDRESS("usemap", XML_ADDRESS)
ADDRESS("xlink:href", XML_ADDRESS)
