namespace BriefingBot.Discord.Protocol.Interactions;

/// <summary>The kinds of interactions.</summary>
internal static class InteractionTypes
{
    public const int Command = 2;
    public const int Component = 3;
    public const int Autocomplete = 4;
    public const int Form = 5;
}
