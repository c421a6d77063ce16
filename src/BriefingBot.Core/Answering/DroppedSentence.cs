namespace BriefingBot.Core.Answering;

/// <summary>A sentence of a draft that was not shown. It may be named to a reader as dropped, never as an answer.</summary>
/// <param name="Text">The words, without marks; those that no retrieved article has are masked.</param>
/// <param name="Reason">Why.</param>
public sealed record DroppedSentence(string Text, DropReason Reason);
