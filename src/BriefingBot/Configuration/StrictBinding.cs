namespace BriefingBot.Configuration;

/// <summary>Binds a section so that a name that it does not know is a fault and not passed over.</summary>
internal static class StrictBinding
{
    /// <summary>What sets the options as the section says.</summary>
    public static Action<TOptions> Section<TOptions>(this IConfiguration settings, string section) =>
        options => settings.GetSection(section).Bind(options, binder => binder.ErrorOnUnknownConfiguration = true);
}
