using BriefingBot.Core.Questions;

namespace BriefingBot.Core.Retrieval;

/// <summary>The terms of a question as the coverage knows them.</summary>
/// <param name="Terms">The terms; what the coverage writes otherwise has that form.</param>
/// <param name="Counts">In how many passages each stands, in any form.</param>
/// <param name="Stems">What to search for.</param>
/// <param name="Passages">How many passages there are.</param>
public sealed record ReadTerms(IReadOnlyList<QuestionTerm> Terms, IReadOnlyList<int> Counts, IReadOnlyList<string> Stems, int Passages);
