using BriefingBot.Core.Answering.Models;
using BriefingBot.Core.Chat.Retention;
using BriefingBot.Core.Retrieval.Store;
using BriefingBot.Storage.Tests.Chat;
using BriefingBot.Storage.Tests.Subscriptions;

namespace BriefingBot.Storage.Tests;

/// <summary>What one process has of a store that people leave records in.</summary>
public sealed record RetentionStores(
    ICoverageStore Coverage,
    ChatStores Chat,
    IModelUsageLog Usage,
    IRetentionStore Retention,
    SubscriptionStores Subscriptions
);
