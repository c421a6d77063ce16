namespace BriefingBot.TestServers.Discord.Interactions;

/// <summary>Interaction types by Discord's numbers.</summary>
public enum InteractionType
{
    ApplicationCommand = 2,
    MessageComponent = 3,
    Autocomplete = 4,
    ModalSubmit = 5,
}
