using BriefingBot.Core.Chat.Journal;
using BriefingBot.Core.Coverage;

namespace BriefingBot.Core.Corrections;

/// <summary>An article that an answer cites, and that is no longer as it was cited.</summary>
/// <param name="Answer">The answer.</param>
/// <param name="Conversation">Where it was given.</param>
/// <param name="Article">The article.</param>
/// <param name="Cited">The revision that the answer cites.</param>
/// <param name="Latest">The latest revision.</param>
/// <param name="IsWithdrawn">The article was taken out of the coverage.</param>
public sealed record CitedArticle(AnswerId Answer, ConversationId Conversation, ArticleId Article, int Cited, int Latest, bool IsWithdrawn);
