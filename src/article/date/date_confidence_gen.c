/*
 * date_confidence_gen.c
 *	  How often the best day is right, by its log odds; see article/confidence.h.  Made by
 *	  tools/train_dates.py --confidence: change nothing here.
 */
#include "article/date/date_evidence.h"

const Confidence date_confidence = {-0.5f,
									{0.112f, 0.247f, 0.267f, 0.435f, 0.558f, 0.612f, 0.732f, 0.863f,
									 0.876f, 0.926f, 0.943f, 0.954f, 0.978f}};
