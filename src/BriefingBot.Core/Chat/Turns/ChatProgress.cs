using BriefingBot.Core.Answering;

namespace BriefingBot.Core.Chat.Turns;

/// <summary>How far a question is.</summary>
/// <param name="Text">A short line for people, without an end mark: "Reading 12 passages".</param>
/// <param name="Answer">The verified beginning of the answer while it is still written; null before. A platform that can stream may show
/// it; the delivered answer begins with it.</param>
/// <param name="IsUnderstood">It turned out to be a question, so there will be a reply. Before that, talk in a thread may still end in
/// silence.</param>
public sealed record ChatProgress(string Text, AnswerInProgress? Answer = null, bool IsUnderstood = false);
