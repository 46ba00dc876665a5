/*
 * address_list.h
 *	  The attributes that hold an address, sorted: ADDRESS(name, kind). Source: WHATWG HTML, the
 *	  index of attributes ("valid URL potentially surrounded by spaces", srcset), and SVG's
 *	  xlink:href. No #include guard: this file is a table.
 */
ADDRESS("action", XML_OUT_ADDRESS)
ADDRESS("background", XML_OUT_ADDRESS)
ADDRESS("cite", XML_OUT_ADDRESS)
ADDRESS("data", XML_OUT_ADDRESS)
ADDRESS("formaction", XML_OUT_ADDRESS)
ADDRESS("href", XML_OUT_ADDRESS)
ADDRESS("imagesrcset", XML_OUT_ADDRESSES)
ADDRESS("itemid", XML_OUT_ADDRESS)
ADDRESS("longdesc", XML_OUT_ADDRESS)
ADDRESS("manifest", XML_OUT_ADDRESS)
ADDRESS("poster", XML_OUT_ADDRESS)
ADDRESS("src", XML_OUT_ADDRESS)
ADDRESS("srcset", XML_OUT_ADDRESSES)
ADDRESS("usemap", XML_OUT_ADDRESS)
ADDRESS("xlink:href", XML_OUT_ADDRESS)
