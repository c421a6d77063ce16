using BriefingBot.Core.Chat.Delivery;
using BriefingBot.Core.Subscriptions.Follows;
using BriefingBot.Core.Subscriptions.Schedules;

namespace BriefingBot.Storage.Tests.Subscriptions;

/// <summary>What one process has of the store that its subscriptions use.</summary>
public sealed record SubscriptionStores(IScheduleStore Schedules, IFollowStore Follows, IAnnouncementStore Announcements);
