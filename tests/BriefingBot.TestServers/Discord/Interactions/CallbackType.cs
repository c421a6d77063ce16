namespace BriefingBot.TestServers.Discord.Interactions;

/// <summary>Callback types by Discord's numbers.</summary>
public enum CallbackType
{
    None = 0,
    Pong = 1,
    Message = 4,
    DeferredMessage = 5,
    DeferredUpdate = 6,
    UpdateMessage = 7,
    AutocompleteResult = 8,
    Modal = 9,
    LaunchActivity = 12,
}
