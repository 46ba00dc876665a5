/*
 * title_line.c
 *	  See title_line.h.  Chooses the line that heads a page, from the scores of all lines.
 */
#include "article/title/title_line.h"

/*
 * A line is chosen if it scores more than this, although no line scores 0: of the pages whose best
 * line scores less, most have no headline.
 */
#define NOTHING_BELOW (-2.0f)

float
title_line_score(const TitleLine *line)
{
	float sum = 0;

	for (int i = 0; i < TITLE_LINE_FEATURE_COUNT; i++)
		sum += title_line_weights[i] * line->features[i];
	return sum;
}

Str
title_of_lines(const Reader *reader, uint32_t *block, float *confidence)
{
	TitleLine *lines = arena_array(reader->arena, TitleLine, TITLE_LINES_MAX);
	uint32_t count = title_lines(reader, lines);
	const TitleLine *best = NULL;
	float most = NOTHING_BELOW;
	float all = 0;

	for (uint32_t i = 0; i < count; i++)
	{
		float score = title_line_score(&lines[i]);

		all += expf(score);
		if (score > most)
		{
			most = score;
			best = &lines[i];
		}
	}
	if (best == NULL)
		return STR_NONE;
	*block = best->block;
	*confidence = confidence_of(&title_line_confidence, most, all - expf(most));
	return str_collapse(reader->arena, best->text);
}
