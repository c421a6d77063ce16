namespace BriefingBot.Core.Answering;

/// <summary>A sentence of a draft that was not shown. Its words are not checked: they may be named to a reader as dropped, never as an answer.</summary>
/// <param name="Text">The words, without marks.</param>
/// <param name="Reason">Why.</param>
public sealed record DroppedSentence(string Text, DropReason Reason);
