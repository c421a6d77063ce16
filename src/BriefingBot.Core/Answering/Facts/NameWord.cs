namespace BriefingBot.Core.Answering.Facts;

/// <summary>A word of a name.</summary>
/// <param name="Text">As written, without a possessive ending.</param>
/// <param name="Opens">It opens a sentence: the capital does not tell whether it is a name.</param>
internal readonly record struct NameWord(string Text, bool Opens);
