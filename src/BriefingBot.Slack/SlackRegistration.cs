using BriefingBot.Core.Chat;
using BriefingBot.Slack.Home;
using BriefingBot.Slack.Http;
using BriefingBot.Slack.Inbound;
using BriefingBot.Slack.Interactions;
using BriefingBot.Slack.Interactions.SlashCommands;
using BriefingBot.Slack.Messages;
using BriefingBot.Slack.Messages.Replies;
using BriefingBot.Slack.Messages.Streaming;
using BriefingBot.Slack.Messages.Threads;
using BriefingBot.Slack.People;
using BriefingBot.Slack.Rendering;
using BriefingBot.Slack.SocketMode;
using BriefingBot.Slack.WebApi;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace BriefingBot.Slack;

/// <summary>Puts Slack into a service collection.</summary>
public static class SlackRegistration
{
    /// <summary>
    /// Registers the platform, when a bot token is found, on top of <c>AddChat</c>, a <see cref="TimeProvider"/> and logging, and
    /// <see cref="SlackHttpReceiver"/> in any case. The options are checked at start.
    /// </summary>
    /// <param name="services">The collection.</param>
    /// <param name="configure">Binds section <c>Slack</c>; called more than once.</param>
    public static IServiceCollection AddSlack(this IServiceCollection services, Action<SlackOptions> configure)
    {
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<SlackOptions>, SlackOptionsValidator>());
        services.AddOptions<SlackOptions>().Configure(configure).PostConfigure(static options => options.FindSecrets()).ValidateOnStart();
        services.AddSingleton(static provider => provider.GetRequiredService<IOptions<SlackOptions>>().Value);
        services.TryAddSingleton(new WebApiTimings());
        services.AddSingleton<SlackHttp>();
        services.AddSingleton(static provider =>
            SlackClient.CreateWebApi(
                provider.GetRequiredService<SlackHttp>().Client,
                provider.GetRequiredService<SlackOptions>(),
                provider.GetRequiredService<WebApiTimings>(),
                provider.GetRequiredService<TimeProvider>(),
                provider.GetRequiredService<ILoggerFactory>()
            )
        );
        services.AddSingleton(static provider => new SlackDiagnosis(
            provider.GetRequiredService<SlackOptions>(),
            provider.GetRequiredService<SlackWebApi>()
        ));
        services.AddSingleton(static provider => new DeliveryMemory(provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton(static provider => new SlackHttpReceiver(
            provider.GetRequiredService<SlackOptions>(),
            provider.GetRequiredService<DeliveryMemory>(),
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<ILogger<SlackHttpReceiver>>()
        ));

        SlackOptions options = new();
        configure(options);
        options.FindSecrets();
        return options.IsEnabled ? services.AddPlatform() : services;
    }

    private static IServiceCollection AddPlatform(this IServiceCollection services)
    {
        services.TryAddSingleton(new SocketModeTimings());
        services.AddSingleton<SocketModeClient>();
        services.AddSingleton<AwaitedIdentity>();
        services.AddSingleton<SlackPeople>();
        services.AddSingleton<AskingRights>();
        services.AddSingleton(static provider => new AskerRule(
            SlackPlatform.PlatformName,
            provider.GetRequiredService<AskingRights>().FindRefusalAsync
        ));
        services.AddSingleton<DirectConversations>();
        services.AddSingleton<MessageTriage>();
        services.AddSingleton<MessageHandler>();
        services.AddSingleton<ThreadPosts>();
        services.AddSingleton<FeedbackForm>();
        services.AddSingleton<CommandProgress>();
        services.AddSingleton<PostedBefore>();
        services.AddSingleton<DirectChannels>();
        services.AddSingleton<MessagePoster>();
        services.AddSingleton<ThreadStatusLine>();
        services.AddSingleton<AgentSessions>();
        services.AddSingleton<ThreadTitles>();
        services.AddSingleton<LiveAnswers>();
        services.AddSingleton<OpenStreams>();
        services.AddSingleton<StreamBudget>();
        services.AddSingleton<AnswerStreamer>();
        services.AddSingleton<ReplyRenderer>();
        services.AddSingleton<AnswerReplies>();
        services.AddSingleton<NoticeReplies>();
        services.AddSingleton<AnnouncementReplies>();
        services.AddSingleton<DirectReplies>();
        services.AddSingleton<AdminRights>();
        services.AddSingleton<ResponseReplies>();
        services.AddSingleton<SharedAnswers>();
        services.AddSingleton<CommandHandler>();
        services.AddSingleton<RemovalButton>();
        services.AddSingleton<InteractionHandler>();
        services.AddSingleton<HomeTab>();
        services.AddSingleton<SuggestedQuestions>();
        services.AddSingleton<Greeter>();
        services.AddSingleton<SlackInbound>();
        services.AddSingleton<SlackIdentification>();
        services.AddSingleton<SlackReception>();
        services.AddSingleton<LiveProgress>();
        services.AddSingleton<SlackReplies>();
        services.AddKeyedSingleton<TrackedWork>(SlackPlatform.PlatformName);
        services.AddSingleton<IChatPlatform, SlackPlatform>();
        return services;
    }
}
