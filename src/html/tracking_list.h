/*
 * tracking_list.h
 *	  Query parameters that say where a reader came from, not what the page is, sorted:
 *	  TRACKING(name). A name that ends in '_' matches all names that start with it.
 *
 * Sources: documentation of Google Analytics and Ads (utm, gclid, dclid, _ga, _gl), Piano
 * Analytics, formerly AT Internet (at_, xtor, xtref, xts), Matomo (mtm, pk), Meta (fbclid, igshid),
 * Microsoft (msclkid), Mailchimp (mc_cid, mc_eid), HubSpot (_hsenc, _hsmi), Adobe (mkt_tok), Mapp
 * (wt_mc), Yandex (yclid). No #include guard: this file is a table.
 */
TRACKING("_ga")
TRACKING("_gl")
TRACKING("_hsenc")
TRACKING("_hsmi")
TRACKING("at_")
TRACKING("cmpid")
TRACKING("dclid")
TRACKING("fbclid")
TRACKING("gbraid")
TRACKING("gclid")
TRACKING("gclsrc")
TRACKING("igshid")
TRACKING("mc_cid")
TRACKING("mc_eid")
TRACKING("mkt_tok")
TRACKING("msclkid")
TRACKING("mtm_")
TRACKING("pk_")
TRACKING("utm_")
TRACKING("wbraid")
TRACKING("wt_mc")
TRACKING("xtor")
TRACKING("xtref")
TRACKING("xts")
TRACKING("yclid")
