namespace BriefingBot.TestServers.Discord.Rest.Forms;

/// <summary>Which components may stand where.</summary>
internal static class ComponentNesting
{
    private static readonly ComponentType[] LegacyTop = [ComponentType.ActionRow];

    private static readonly ComponentType[] Boxed =
    [
        ComponentType.ActionRow,
        ComponentType.Section,
        ComponentType.TextDisplay,
        ComponentType.MediaGallery,
        ComponentType.File,
        ComponentType.Separator,
    ];

    private static readonly ComponentType[] Top = [.. Boxed, ComponentType.Container];

    private static readonly ComponentType[] Interactive =
    [
        ComponentType.Button,
        ComponentType.StringSelect,
        ComponentType.UserSelect,
        ComponentType.RoleSelect,
        ComponentType.MentionableSelect,
        ComponentType.ChannelSelect,
    ];

    private static readonly ComponentType[] Texts = [ComponentType.TextDisplay];

    private static readonly ComponentType[] BesideTexts = [ComponentType.Button, ComponentType.Thumbnail];

    /// <summary>Beside the texts of a section.</summary>
    public static ReadOnlySpan<ComponentType> Accessories => BesideTexts;

    public static ReadOnlySpan<ComponentType> TopLevel(bool isV2) => isV2 ? Top : LegacyTop;

    public static ReadOnlySpan<ComponentType> Within(ComponentType parent) =>
        parent switch
        {
            ComponentType.Container => Boxed,
            ComponentType.ActionRow => Interactive,
            ComponentType.Section => Texts,
            _ => [],
        };
}
