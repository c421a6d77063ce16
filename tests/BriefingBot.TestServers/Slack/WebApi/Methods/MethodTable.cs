namespace BriefingBot.TestServers.Slack.WebApi.Methods;

/// <summary>Every method that is here; others are unknown_method.</summary>
internal static class MethodTable
{
    public static IEnumerable<WebApiMethod> All() =>
        [
            .. AppMethods.All,
            .. ChatMethods.All,
            .. StreamMethods.All,
            .. AssistantMethods.All,
            .. ConversationMethods.All,
            .. UserMethods.All,
            .. ReactionMethods.All,
            .. ViewMethods.All,
        ];
}
