namespace BriefingBot.TestServers.Proxy;

/// <summary>How a network fails.</summary>
public enum TcpCut
{
    /// <summary>Connections are reset, and new ones as soon as they are made: what a client sees of a server that is gone.</summary>
    Break,

    /// <summary>
    /// Nothing passes, no end of a connection either, and new ones are never answered: what a client sees of a cable that was pulled.
    /// </summary>
    Freeze,
}
