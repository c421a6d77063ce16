using System.Globalization;
using System.Text.Json;
using BriefingBot.Core.Subscriptions;
using BriefingBot.Core.Subscriptions.Follows;
using BriefingBot.Discord.Protocol;
using BriefingBot.Discord.Protocol.Guilds;
using BriefingBot.Discord.Protocol.Interactions;

namespace BriefingBot.Discord.Interactions;

/// <summary>The commands of the bot, as Discord is told them.</summary>
internal static class CommandCatalog
{
    private const int InGuild = 0;
    private const int InBotMessages = 1;
    private const int InPrivateChannels = 2;
    private const int ByGuild = 0;
    private const int ByUser = 1;
    private const int LongestQuestion = 2000;
    private const int LongestWord = 100;

    private static readonly string Admins = Permissions.ManageGuild.ToString(CultureInfo.InvariantCulture);

    /// <summary>All of them.</summary>
    public static IReadOnlyList<ApplicationCommand> All { get; } =
    [
        ForAll(
            CommandNames.Ask,
            "Ask the coverage; every sentence of the answer is cited",
            [
                Text(CommandNames.Question, "Your question, in a sentence", LongestQuestion) with
                {
                    Required = true,
                },
                Flag(CommandNames.Private, "Only you see the answer; you can share it later"),
            ]
        ),
        ForAll(
            CommandNames.Latest,
            "A summary of the latest coverage",
            [
                Text(CommandNames.Topic, "Only articles about this", LongestWord) with
                {
                    Autocomplete = true,
                },
                new CommandOption
                {
                    Type = CommandOption.Integer,
                    Name = CommandNames.Count,
                    Description = "How many articles, 1 to 10",
                    MinValue = 1,
                    MaxValue = 10,
                },
            ]
        ),
        ForAll(
            CommandNames.Timeline,
            "What was reported when, day by day",
            [
                Text(CommandNames.Topic, "About what", LongestWord) with
                {
                    Required = true,
                    Autocomplete = true,
                },
                Flag(CommandNames.Private, "Only you see the answer; you can share it later"),
            ]
        ),
        ForAll(
            CommandNames.Brief,
            "What is new, now or on a schedule",
            [
                Sub(
                    CommandNames.BriefNow,
                    "What is new since the last briefing here, for you alone",
                    [Text(CommandNames.Topic, "Only articles about this", LongestWord) with { Autocomplete = true }]
                ),
                Sub(
                    CommandNames.BriefSchedule,
                    "Schedule what is new; in a channel, administrators set it up",
                    [
                        Text(CommandNames.When, "weekdays 8:30, daily 7:00, hourly, mondays 9:00, or a cron expression", LongestWord) with
                        {
                            Required = true,
                        },
                        Text(CommandNames.Zone, "The time zone, such as Europe/Berlin", LongestWord),
                        Text(CommandNames.Topic, "Only articles about this", NewsAction.LongestTopic) with
                        {
                            Autocomplete = true,
                        },
                        new CommandOption
                        {
                            Type = CommandOption.Integer,
                            Name = CommandNames.Count,
                            Description = "How many articles at most, 1 to 10",
                            MinValue = 1,
                            MaxValue = 10,
                        },
                    ]
                ),
                Sub(CommandNames.BriefOff, "End the briefings here", [Text(CommandNames.Topic, "Only those about this", LongestWord)]),
                Sub(CommandNames.BriefShow, "The briefings that are scheduled here", []),
            ]
        ),
        ForAll(
            CommandNames.Follow,
            "Hear about new articles at once; in a channel, administrators set it up",
            [
                Sub(
                    CommandNames.FollowTopic,
                    "About a topic",
                    [Text(CommandNames.Topic, "The topic", Interest.Longest) with { Required = true, Autocomplete = true }]
                ),
                Sub(
                    CommandNames.FollowOutlet,
                    "Of an outlet",
                    [Text(CommandNames.Filter, "The outlet", Interest.Longest) with { Required = true, Autocomplete = true }]
                ),
                Sub(
                    CommandNames.FollowAuthor,
                    "Of an author",
                    [Text(CommandNames.Words, "The author's name", Interest.Longest) with { Required = true }]
                ),
                Sub(
                    CommandNames.FollowStory,
                    "Further reports of a story",
                    [Text(CommandNames.Words, "Words of its headline, or its name such as s12", Interest.Longest) with { Required = true }]
                ),
                Sub(
                    CommandNames.FollowQuiet,
                    "Hours in which alerts are held back",
                    [
                        Text(CommandNames.Hours, "Such as 22:00-07:00, or off", LongestWord) with
                        {
                            Required = true,
                        },
                        Text(CommandNames.Zone, "The time zone, such as Europe/Berlin", LongestWord),
                    ]
                ),
            ]
        ),
        ForAll(
            CommandNames.Unfollow,
            "Stop following something",
            [Text(CommandNames.Words, "What is followed, as it is listed; 'all' for all", LongestWord) with { Required = true }]
        ),
        ForAll(CommandNames.Following, "What is followed here", []),
        ForAll(
            CommandNames.Sources,
            "The outlets of the coverage",
            [Text(CommandNames.Filter, "Only outlets with this in their name", LongestWord) with { Autocomplete = true }]
        ),
        ForAll(CommandNames.Help, "How to ask, and what the bot can do", []),
        ForAdmins(
            CommandNames.Reindex,
            "Read the coverage again, now",
            [
                Text(CommandNames.Source, "The source to read now, due or not; by default what is on the machine", LongestWord),
                Flag(CommandNames.Rebuild, "Index everything again, not only what changed"),
                Text(CommandNames.Run, "What to do with a run that is going on; by default start one", LongestWord) with
                {
                    MaxLength = null,
                    Choices =
                    [
                        new CommandChoice("pause it", CommandNames.RunPause),
                        new CommandChoice("let it go on", CommandNames.RunResume),
                        new CommandChoice("end it", CommandNames.RunCancel),
                    ],
                },
            ]
        ),
        ForAdmins(CommandNames.Status, "The state of the index, and the latest questions without an answer", []),
        ForAdmins(
            CommandNames.Channel,
            "Show or change how the bot behaves in this channel",
            [
                Flag(CommandNames.Enabled, "Answer here"),
                Text(CommandNames.Style, "Where answers go", LongestWord) with
                {
                    MaxLength = null,
                    Choices =
                    [
                        new CommandChoice("as a reply", CommandNames.StyleReply),
                        new CommandChoice("in a thread", CommandNames.StyleThread),
                    ],
                },
                Text(CommandNames.Collection, "The only collection that may be seen here; 'all' for all", LongestWord) with
                {
                    Autocomplete = true,
                },
                Flag(CommandNames.FollowUps, "In my threads, questions need no mention"),
            ]
        ),
        ForAdmins(
            CommandNames.Forget,
            "Remove everything that is kept about a person",
            [
                new CommandOption
                {
                    Type = CommandOption.User,
                    Name = CommandNames.Member,
                    Description = "Whose questions, answers and votes to remove",
                    Required = true,
                },
            ]
        ),
        new ApplicationCommand
        {
            Name = CommandNames.FactCheck,
            Type = ApplicationCommand.OnMessage,
            Contexts = [InGuild, InBotMessages, InPrivateChannels],
            IntegrationTypes = [ByGuild, ByUser],
        },
    ];

    /// <summary>Discord has just these already.</summary>
    public static bool Matches(IReadOnlyList<ApplicationCommand> registered) => Normalize(registered).SetEquals(Normalize(All));

    private static HashSet<string> Normalize(IReadOnlyList<ApplicationCommand> commands) =>
        [.. commands.Select(command => JsonSerializer.Serialize([Normalize(command)], DiscordJsonContext.Default.Commands))];

    /// <summary>Discord adds what was left out, and leaves out what says nothing.</summary>
    private static ApplicationCommand Normalize(ApplicationCommand command) =>
        command with
        {
            Id = null,
            Options = command.Options is { Count: > 0 } options ? [.. options.Select(Normalize)] : null,
            Contexts = command.Contexts is { } contexts ? [.. contexts.Order()] : null,
            IntegrationTypes = command.IntegrationTypes is { } types ? [.. types.Order()] : [ByGuild],
        };

    private static CommandOption Normalize(CommandOption option) =>
        option with
        {
            Required = option.Required == true ? true : null,
            Autocomplete = option.Autocomplete == true ? true : null,
            Choices = option.Choices is { Count: > 0 } choices ? choices : null,
            Options = option.Options is { Count: > 0 } options ? [.. options.Select(Normalize)] : null,
        };

    private static ApplicationCommand ForAll(string name, string description, IReadOnlyList<CommandOption> options) =>
        new()
        {
            Name = name,
            Description = description,
            Options = options,
            Contexts = [InGuild, InBotMessages, InPrivateChannels],
            IntegrationTypes = [ByGuild, ByUser],
        };

    private static ApplicationCommand ForAdmins(string name, string description, IReadOnlyList<CommandOption> options) =>
        new()
        {
            Name = name,
            Description = description,
            Options = options,
            DefaultMemberPermissions = Admins,
            Contexts = [InGuild],
            IntegrationTypes = [ByGuild],
        };

    private static CommandOption Text(string name, string description, int longest) =>
        new()
        {
            Type = CommandOption.Text,
            Name = name,
            Description = description,
            MaxLength = longest,
        };

    private static CommandOption Sub(string name, string description, IReadOnlyList<CommandOption> options) =>
        new()
        {
            Type = CommandOption.SubCommand,
            Name = name,
            Description = description,
            Options = options,
        };

    private static CommandOption Flag(string name, string description) =>
        new()
        {
            Type = CommandOption.Boolean,
            Name = name,
            Description = description,
        };
}
