namespace BriefingBot.Discord.Gateway;

/// <summary>What follows the end of a connection.</summary>
internal enum GatewayNextStep
{
    /// <summary>Connect and take the session up again.</summary>
    Resume,

    /// <summary>Connect and start a new session.</summary>
    Identify,

    /// <summary>Give up: trying again cannot help.</summary>
    Stop,
}
