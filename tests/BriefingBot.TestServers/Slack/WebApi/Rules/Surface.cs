namespace BriefingBot.TestServers.Slack.WebApi.Rules;

/// <summary>Where blocks show; not every block may be everywhere.</summary>
internal enum Surface
{
    Message,
    Home,
    Modal,
}
