namespace BriefingBot.Core.Conversations.Chat;

/// <summary>How far a question is.</summary>
/// <param name="Text">A short line for people, without an end mark: "Reading 12 passages".</param>
public sealed record ChatProgress(string Text);
