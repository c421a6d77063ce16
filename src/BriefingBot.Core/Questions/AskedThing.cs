namespace BriefingBot.Core.Questions;

/// <summary>What a question names as its answer: "which stadium", "how many ships", "who is the spokesperson".</summary>
/// <param name="Noun">The head noun as written.</param>
/// <param name="Stem">Its stem.</param>
/// <param name="IsCounted">It is to be counted: a number must stand with it.</param>
/// <param name="Kind">The kind of name that answers without the noun itself ("place", "person"); null when the noun must be met.</param>
public sealed record AskedThing(string Noun, string Stem, bool IsCounted, string? Kind);
