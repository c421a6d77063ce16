namespace BriefingBot.Documents;

/// <summary>How what a story counts has moved.</summary>
/// <param name="From">What an earlier report says.</param>
/// <param name="To">What the newest report says.</param>
/// <param name="Earlier">The earlier report's article.</param>
/// <param name="Newest">The newest report's article.</param>
internal sealed record StoryMoveDocument(string From, string To, string Earlier, string Newest);
