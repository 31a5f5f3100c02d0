global using Hyperactor.Data;
global using Hyperactor.References;
