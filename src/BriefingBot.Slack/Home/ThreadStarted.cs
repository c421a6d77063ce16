namespace BriefingBot.Slack.Home;

/// <summary>assistant_thread_started: a chat with the bot was opened, in apps with the older assistant view.</summary>
internal sealed record ThreadStarted(AssistantThread? AssistantThread);
