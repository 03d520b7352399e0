/** What the form engine's types use of the framework that it runs in, which is not installed. */
export interface OpenmrsResource {
  uuid: string;
  display?: string;
  [anythingElse: string]: any;
}
export interface UploadedFile {
  fileName: string;
  base64Content: string;
}
