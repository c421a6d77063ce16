using BriefingBot.Core.Chat.Journal;
using BriefingBot.Core.Chat.Settings;

namespace BriefingBot.Storage.Tests.Chat;

/// <summary>What one process has of the store that its chats use.</summary>
public sealed record ChatStores(IQuestionJournal Journal, IConversationLog Conversations, IChatStateStore State);
