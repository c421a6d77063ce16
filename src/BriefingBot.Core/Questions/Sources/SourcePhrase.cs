using BriefingBot.Core.Coverage;

namespace BriefingBot.Core.Questions.Sources;

/// <summary>Whose reports a question asks for.</summary>
/// <param name="Source">The outlet or author.</param>
/// <param name="Rest">The question without the words that name the source.</param>
internal sealed record SourcePhrase(CoverageSource Source, string Rest);
