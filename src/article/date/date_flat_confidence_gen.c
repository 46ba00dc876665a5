/*
 * date_flat_confidence_gen.c
 *	  How often the best day is right, by its log odds; see article/confidence.h.  Made by
 *	  tools/train_dates.py --confidence: change nothing here.
 */
#include "article/date/date_evidence.h"

const Confidence date_flat_confidence = {
	0.0f, {0.5f, 0.5f, 0.5f, 0.5f, 0.5f, 0.5f, 0.5f, 0.5f, 0.5f, 0.5f, 0.5f, 0.5f, 0.5f}};
