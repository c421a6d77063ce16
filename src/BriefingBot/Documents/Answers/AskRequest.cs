namespace BriefingBot.Documents.Answers;

/// <summary>The body of <c>POST /api/ask</c>.</summary>
/// <param name="Question">The question.</param>
/// <param name="History">The earlier questions of the conversation, oldest first.</param>
/// <param name="AsOf">Answer as if asked on this day (yyyy-MM-dd), from what was published until then.</param>
/// <param name="Composer"><c>extractive</c>: quote the articles, also when a language model is configured; null or <c>best</c>: the model
/// writes when there is one.</param>
internal sealed record AskRequest(string? Question, IReadOnlyList<string?>? History = null, string? AsOf = null, string? Composer = null);
