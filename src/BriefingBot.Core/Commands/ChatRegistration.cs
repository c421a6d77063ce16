using BriefingBot.Core.Briefings;
using BriefingBot.Core.Chat;
using BriefingBot.Core.Chat.Delivery;
using BriefingBot.Core.Chat.Inbox;
using BriefingBot.Core.Chat.Journal;
using BriefingBot.Core.Chat.Platforms;
using BriefingBot.Core.Chat.Rendering;
using BriefingBot.Core.Chat.Replicas;
using BriefingBot.Core.Chat.Retention;
using BriefingBot.Core.Chat.Settings;
using BriefingBot.Core.Chat.Turns;
using BriefingBot.Core.Commands.Ask;
using BriefingBot.Core.Commands.Brief;
using BriefingBot.Core.Commands.Channel;
using BriefingBot.Core.Commands.FactCheck;
using BriefingBot.Core.Commands.Feedback;
using BriefingBot.Core.Commands.Follow;
using BriefingBot.Core.Commands.Forget;
using BriefingBot.Core.Commands.Latest;
using BriefingBot.Core.Commands.More;
using BriefingBot.Core.Commands.Reindex;
using BriefingBot.Core.Commands.Share;
using BriefingBot.Core.Commands.ShowPassages;
using BriefingBot.Core.Commands.Sources;
using BriefingBot.Core.Commands.Status;
using BriefingBot.Core.Commands.Suggest;
using BriefingBot.Core.Conversations.Claims;
using BriefingBot.Core.Corrections;
using BriefingBot.Core.Intake;
using BriefingBot.Core.Intake.Fetching;
using BriefingBot.Core.Subscriptions;
using BriefingBot.Core.Subscriptions.Follows;
using BriefingBot.Core.Subscriptions.Schedules;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace BriefingBot.Core.Commands;

/// <summary>Puts what all chat platforms share into a service collection.</summary>
public static class ChatRegistration
{
    /// <summary>
    /// Registers the inbox, the runner and the commands. The host adds what they stand on (turn handler, latest briefing, ingestion
    /// pipeline, the store with its <see cref="IQuestionJournal"/>, <see cref="IConversationLog"/>, <see cref="IChatStateStore"/>,
    /// <see cref="IScheduleStore"/>, <see cref="IFollowStore"/> and <see cref="IRetentionStore"/>), <see cref="CoverageSources"/> and an
    /// <see cref="ISourceFetcher"/>, and each <see cref="IChatPlatform"/>; it binds <see cref="ChatOptions"/>, which are checked at start,
    /// and runs the platforms and <see cref="ChatTurnRunner"/>.
    /// </summary>
    public static IServiceCollection AddChat(this IServiceCollection services)
    {
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<ChatOptions>, ChatOptionsValidator>());
        services.AddOptions<ChatOptions>().ValidateOnStart();
        services.AddSingleton<ChatProcess>();
        services.AddSingleton<ChatFailures>();
        services.AddSingleton<AskerRules>();
        services.AddSingleton<ChatInbox>();
        services.AddSingleton<Announcer>();
        services.AddSingleton<SmallTalkReplies>();
        services.AddSingleton<SupersededFigures>();
        services.AddSingleton<ChatTurn>();
        services.AddSingleton<TrackedWork>();
        services.AddSingleton<PlatformStates>();
        services.AddSingleton<ConnectionLeases>();
        services.AddSingleton<ReplicaPresence>();
        services.AddSingleton<PlatformSupervisor>();
        services.AddSingleton<UnfinishedQuestions>();
        services.AddSingleton<OpenTurns>();
        services.AddSingleton<ClaimChecker>();
        services.AddSingleton<AnsweringStage>();
        services.AddSingleton<DeliveryStage>();
        services.AddSingleton<ChatTurnRunner>();
        services.AddSingleton<ArticleLinks>();
        services.AddSingleton<AnswerLayout>();
        services.AddSingleton<CommandLayout>();
        services.AddSingleton<CommandGuard>();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<SubscriptionOptions>, SubscriptionOptionsValidator>());
        services.AddOptions<SubscriptionOptions>().ValidateOnStart();
        services.AddSingleton<NewCoverage>();
        services.AddSingleton<HeadingReader>();
        services.AddSingleton<BriefingLayout>();
        services.AddSingleton<ScheduledBriefings>();
        services.AddSingleton<BriefLayout>();
        services.AddSingleton<BriefCommand>();
        services.AddSingleton<AlertLayout>();
        services.AddSingleton<Alerts>();
        services.AddSingleton<FollowCommand>();
        services.AddSingleton<SourceCatalog>();
        services.AddSingleton<SourceChecker>();
        services.AddSingleton<IndexRuns>();
        services.AddSingleton<AskCommand>();
        services.AddSingleton<FactCheckCommand>();
        services.AddSingleton<LatestCommand>();
        services.AddSingleton<SourcesCommand>();
        services.AddSingleton<StatusCommand>();
        services.AddSingleton<ReindexCommand>();
        services.AddSingleton<ChannelSettingsCommand>();
        services.AddSingleton<ForgetCommand>();
        services.AddSingleton<FeedbackCommand>();
        services.AddSingleton<ShowPassagesCommand>();
        services.AddSingleton<ShareCommand>();
        services.AddSingleton<MoreCommand>();
        services.AddSingleton<SuggestCommand>();
        services.AddSingleton<AnswerActions>();
        services.AddCorrections();
        return services;
    }
}
