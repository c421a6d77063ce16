using BriefingBot.Core.Chat;
using BriefingBot.Core.Chat.Settings;
using BriefingBot.Discord.Gateway;
using BriefingBot.Discord.Gateway.Payloads;
using BriefingBot.Discord.Gateway.Sessions;
using BriefingBot.Discord.Interactions;
using BriefingBot.Discord.Messages;
using BriefingBot.Discord.Rendering;
using BriefingBot.Discord.Rest;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace BriefingBot.Discord;

/// <summary>Puts Discord into a service collection.</summary>
public static class DiscordRegistration
{
    /// <summary>
    /// Registers the platform, when a token is found, on top of <c>AddChat</c>, a <see cref="TimeProvider"/> and logging. The options are
    /// checked at start.
    /// </summary>
    /// <param name="services">The collection.</param>
    /// <param name="configure">Binds section <c>Discord</c>; called more than once.</param>
    public static IServiceCollection AddDiscord(this IServiceCollection services, Action<DiscordOptions> configure)
    {
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<DiscordOptions>, DiscordOptionsValidator>());
        services.AddOptions<DiscordOptions>().Configure(configure).PostConfigure(static options => options.FindToken()).ValidateOnStart();
        services.AddSingleton(static provider => provider.GetRequiredService<IOptions<DiscordOptions>>().Value);
        services.AddSingleton<DiscordHttp>();
        services.AddSingleton(static provider =>
            DiscordClient.CreateRest(
                provider.GetRequiredService<DiscordHttp>().Client,
                provider.GetRequiredService<DiscordOptions>(),
                provider.GetRequiredService<TimeProvider>(),
                provider.GetRequiredService<ILoggerFactory>()
            )
        );
        services.AddSingleton(static provider => new DiscordDiagnosis(
            provider.GetRequiredService<DiscordOptions>(),
            provider.GetRequiredService<DiscordRestClient>()
        ));

        DiscordOptions options = new();
        configure(options);
        options.FindToken();
        return options.IsEnabled ? services.AddPlatform() : services;
    }

    private static IServiceCollection AddPlatform(this IServiceCollection services)
    {
        services.TryAddSingleton(new GatewayTimings());
        services.AddSingleton(static provider => new GatewayIntents(provider.GetRequiredService<DiscordOptions>().MessageContent));
        services.AddSingleton(static provider => new SessionStore(
            provider.GetRequiredService<IChatStateStore>(),
            provider.GetRequiredService<DiscordOptions>(),
            provider.GetRequiredService<ILogger<SessionStore>>()
        ));
        services.AddSingleton<DiscordGateway>();
        services.AddSingleton<ChannelDirectory>();
        services.AddSingleton<MessageTriage>();
        services.AddSingleton<DirectChannels>();
        services.AddSingleton<MissedMessages>();
        services.AddSingleton<SessionGaps>();
        services.AddSingleton<MessageHandler>();
        services.AddSingleton<TypingIndicator>();
        services.AddSingleton<ReplyRenderer>();
        services.AddSingleton<PostedBefore>();
        services.AddSingleton<ChannelReplies>();
        services.AddSingleton<ThreadPosts>();
        services.AddSingleton<AdminRights>();
        services.AddSingleton<InteractionPrivacy>();
        services.AddSingleton<AcknowledgedInteractions>();
        services.AddSingleton<InteractionReplies>();
        services.AddSingleton<QuestionCommands>();
        services.AddSingleton<PlainCommands>();
        services.AddSingleton<ReindexInteraction>();
        services.AddSingleton<ButtonCommands>();
        services.AddSingleton<OptionChoices>();
        services.AddSingleton<RegisteredCommands>();
        services.AddSingleton<CommandRegistrar>();
        services.AddSingleton<InteractionHandler>();
        services.AddKeyedSingleton<TrackedWork>(DiscordPlatform.PlatformName);
        services.AddSingleton<DiscordEvents>();
        services.AddSingleton<DiscordIdentification>();
        services.AddSingleton<DiscordReception>();
        services.AddSingleton<DiscordReplies>();
        services.AddSingleton<IChatPlatform, DiscordPlatform>();
        return services;
    }
}
