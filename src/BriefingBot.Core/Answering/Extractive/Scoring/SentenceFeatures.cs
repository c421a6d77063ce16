namespace BriefingBot.Core.Answering.Extractive.Scoring;

/// <summary>What tells whether a sentence answers; each 0 to 1 unless said otherwise.</summary>
/// <param name="Coverage">The weighted share of the question's terms that stand in the sentence.</param>
/// <param name="Context">The same for the sentence with the one before it and the headline.</param>
/// <param name="Names">The share of the question's names that stand in the sentence; 1 without names.</param>
/// <param name="Adjacency">The share of neighbouring terms of the question that are neighbours in the sentence.</param>
/// <param name="Kind">1 when it holds the kind of thing asked for, less when vaguely.</param>
/// <param name="Slot">1 when it holds the very noun asked for, or a number that counts it; 1 too when the question names none.</param>
/// <param name="Support">How much the best passages speak of a name or number that it adds to the question.</param>
/// <param name="Passage">The passage's score against the best passage's.</param>
/// <param name="Rank">1 for the first passage, a half for the second, a third for the next.</param>
/// <param name="Article">1 when its article is that of the best passage.</param>
/// <param name="Similarity">The cosine of question and passage, -1 to 1.</param>
/// <param name="Brevity">1 for up to 30 words, falling to 0 at 80; very short ones below 6 words fall too.</param>
/// <param name="Lead">1 for the first passage of the running text, falling with each one after it.</param>
/// <param name="Secondary">1 for captions, headlines, byline lines, questions and fragments.</param>
/// <param name="Pronoun">1 when it opens with a word that points back to the sentence before.</param>
internal readonly record struct SentenceFeatures(
    double Coverage,
    double Context,
    double Names,
    double Adjacency,
    double Kind,
    double Slot,
    double Support,
    double Passage,
    double Rank,
    double Article,
    double Similarity,
    double Brevity,
    double Lead,
    double Secondary,
    double Pronoun
);
