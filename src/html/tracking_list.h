/*
 * tracking_list.h
 *	  Query parameters that say where a reader came from, not what the page is, sorted:
 *	  TRACKING(name). A name that ends in '_' matches all names that start with it.
 *
 * Sources: documentation of Google Analytics and Ads (utm, gclid, dclid, _ga, _gl), Piano
 * Analytics, formerly AT Internet (at_, xtor, xtref, xts), Matomo (mtm, pk), Meta (fbclid,
 * igshid, fb_action_, fb_ref, fb_source), Microsoft (msclkid), Mailchimp (mc_cid, mc_eid),
 * HubSpot (_hsenc, _hsmi, hsCtaTracking), Adobe (mkt_tok, s_cid, s_kwcid), Mapp (wt_mc, wt_zmc),
 * Yandex (yclid, _openstat), comScore (ns_), Salesforce (sfmc_), Omeda (oly_), Vero, MailerLite
 * (ml_subscriber), Branch, X (twclid, ref_src, ref_url), TikTok (ttclid), LinkedIn (li_fat_id),
 * Pinterest (epik), Reddit (rdt_cid), Snap (ScCid), Google Merchant (srsltid), Yahoo (guce_),
 * Impact (irclickid). No #include guard: this file is a table.
 */
TRACKING("ScCid")
TRACKING("_branch_match_id")
TRACKING("_ga")
TRACKING("_gl")
TRACKING("_hsenc")
TRACKING("_hsmi")
TRACKING("_openstat")
TRACKING("at_")
TRACKING("cmpid")
TRACKING("dclid")
TRACKING("epik")
TRACKING("fb_action_")
TRACKING("fb_ref")
TRACKING("fb_source")
TRACKING("fbclid")
TRACKING("gbraid")
TRACKING("gclid")
TRACKING("gclsrc")
TRACKING("guce_")
TRACKING("hsCtaTracking")
TRACKING("igshid")
TRACKING("irclickid")
TRACKING("li_fat_id")
TRACKING("mc_cid")
TRACKING("mc_eid")
TRACKING("mkt_tok")
TRACKING("ml_subscriber")
TRACKING("msclkid")
TRACKING("mtm_")
TRACKING("ns_")
TRACKING("oly_")
TRACKING("pk_")
TRACKING("rdt_cid")
TRACKING("ref_src")
TRACKING("ref_url")
TRACKING("s_cid")
TRACKING("s_kwcid")
TRACKING("sfmc_")
TRACKING("srsltid")
TRACKING("ttclid")
TRACKING("twclid")
TRACKING("utm_")
TRACKING("vero_")
TRACKING("wbraid")
TRACKING("wt_mc")
TRACKING("wt_zmc")
TRACKING("xtor")
TRACKING("xtref")
TRACKING("xts")
TRACKING("yclid")
